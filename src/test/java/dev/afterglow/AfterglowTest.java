package dev.afterglow;

import dev.afterglow.portal.web.PortalShop;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** A test against the whole application: engine, database, mail server, provider of text messages; all such tests share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@ContextConfiguration(initializers = {TestMailServer.class, TestProvider.class})
@Import({TestShop.class, TestAgents.class, PortalShop.class, DrawingCoverage.class})
@ExtendWith(TakesThePlatform.class)
public @interface AfterglowTest {}
