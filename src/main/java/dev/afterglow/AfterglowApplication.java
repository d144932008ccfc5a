package dev.afterglow;

import dev.afterglow.customer.PersonCommand;
import dev.afterglow.intake.ImportCommand;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** Afterglow: turns the thirty days after an order into a relationship. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AfterglowApplication {

    /**
     * Starts the server, or runs one of the commands {@code import}, {@code export} and {@code erase}.
     *
     * @param args Spring Boot's arguments, or the command's
     */
    public static void main(String[] args) {
        // The engine's and the database's times carry no zone: every node must read them alike.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        if (ImportCommand.isMeant(args)) {
            System.exit(ImportCommand.run(options -> withoutServer(AfterglowApplication.class, options), args));
        }
        if (PersonCommand.isMeant(args)) {
            System.exit(PersonCommand.run(options -> withoutServer(AfterglowApplication.class, options), args));
        }
        SpringApplication.run(AfterglowApplication.class, args);
    }

    /** Starts an application for a command: a mail must leave from the server that owns the journeys, never from here. */
    public static ConfigurableApplicationContext withoutServer(Class<?> application, String... options) {
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties(
                        "camunda.bpm.job-execution.enabled=false",
                        "camunda.bpm.webapp.enabled=false",
                        // Nobody probes a command.
                        "management.endpoint.health.validate-group-membership=false",
                        "spring.main.banner-mode=off",
                        "logging.level.root=warn")
                .run(options);
    }
}
