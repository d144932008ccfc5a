package dev.afterglow;

import dev.afterglow.customer.PersonCommand;
import dev.afterglow.intake.ImportCommand;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

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
            System.exit(ImportCommand.run(AfterglowApplication.class, args));
        }
        if (PersonCommand.isMeant(args)) {
            System.exit(PersonCommand.run(AfterglowApplication.class, args));
        }
        SpringApplication.run(AfterglowApplication.class, args);
    }
}
