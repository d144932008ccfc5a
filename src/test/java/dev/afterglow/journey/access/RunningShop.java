package dev.afterglow.journey.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** The whole application on a port of its own, not the demo; all tests of access share it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ActiveProfiles("access-tests")
@Import({DrawnAhead.class, Staff.class})
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:access;DB_CLOSE_DELAY=-1",
            "management.health.mail.enabled=false",
            "camunda.bpm.job-execution.enabled=false",
            "management.endpoints.web.exposure.include=health,info",
            "afterglow.access.first-password-file=target/access-tests/first-admin-password",
            "afterglow.shop.name=Maison Test",
            "afterglow.shop.url=https://shop.example",
            "afterglow.shop.public-url=http://localhost",
            "afterglow.shop.support-email=help@shop.example",
            "afterglow.shop.postal-address=1 Test Street",
            "afterglow.message.from=orders@shop.example",
            "afterglow.message.relational-from=help@shop.example",
            "afterglow.message.id-key=access-tests",
            "afterglow.links.keys=test:0123456789abcdef0123"
        })
@interface RunningShop {}
