package dev.afterglow;

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
        SpringApplication.run(AfterglowApplication.class, args);
    }
}
