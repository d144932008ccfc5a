package dev.afterglow;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Afterglow: turns the thirty days after an order into a relationship. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AfterglowApplication {

    /**
     * Starts the server.
     *
     * @param args Spring Boot's arguments
     */
    public static void main(String[] args) {
        // The engine's and the database's times carry no zone: every node must read them alike.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(AfterglowApplication.class, args);
    }
}
