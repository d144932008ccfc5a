package dev.afterglow.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** The demo as people start it, with its clock stopped, a few orders of its own, and secrets a script would fix. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ActiveProfiles("demo")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:demo-tests;DB_CLOSE_DELAY=-1",
            "afterglow.demo.day-length=PT0S",
            "afterglow.demo.orders=12",
            "afterglow.demo.api-key=demo-tests-api-key",
            "afterglow.demo.webhook-secret=demo-tests-webhook-secret",
            "afterglow.demo.password=slow-evenings-1"
        })
@interface DemoTest {}
