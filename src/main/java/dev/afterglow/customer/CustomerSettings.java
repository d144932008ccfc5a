package dev.afterglow.customer;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How we treat customers' data.
 *
 * @param suppressionKey the secret behind the hashes of suppressed addresses; never changed
 * @param softOptIn whether somebody who bought, and said neither yes nor no, may be told about similar things, with a
 *     way out in every message; off, promotion needs an explicit yes
 */
@Validated
@ConfigurationProperties("afterglow.customer")
public record CustomerSettings(
        @NotBlank String suppressionKey,
        @DefaultValue("true") boolean softOptIn) {}
