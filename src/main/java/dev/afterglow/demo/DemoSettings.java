package dev.afterglow.demo;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;

/**
 * What a script may fix about the demo; secrets that are not given are made up at every start and printed in the log.
 *
 * @param orders how many orders the shop receives by itself; 0 means none
 * @param apiKey the bearer key of the API
 * @param webhookSecret what webhooks of all three sources are signed with
 * @param password of every demo user; at least 12 characters
 * @param dayLength how long a day of the time-lapse lasts; zero stops it
 */
@Profile("demo")
@ConfigurationProperties("afterglow.demo")
public record DemoSettings(
        @DefaultValue("36") int orders,
        String apiKey,
        String webhookSecret,
        String password,
        @DefaultValue("10s") Duration dayLength) {

    private static final int SHORTEST_PASSWORD = 12;

    public DemoSettings {
        if (password.length() < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException("afterglow.demo.password needs at least " + SHORTEST_PASSWORD
                    + " characters; leave it out to get one");
        }
        if (orders < 0) {
            throw new IllegalArgumentException("afterglow.demo.orders cannot be negative; 0 means none");
        }
        if (dayLength.isNegative()) {
            throw new IllegalArgumentException("afterglow.demo.day-length cannot be negative; 0s stops the time-lapse");
        }
    }
}
