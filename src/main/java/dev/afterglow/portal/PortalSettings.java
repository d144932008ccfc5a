package dev.afterglow.portal;

import jakarta.validation.constraints.Positive;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the customers' pages behave.
 *
 * @param formsPerMinute how many forms the holder of one order's links may send in a minute
 * @param pause how long marketing rests when a customer asks for a break
 */
@Validated
@ConfigurationProperties("afterglow.portal")
public record PortalSettings(
        @Positive @DefaultValue("5") int formsPerMinute,
        @DefaultValue("P30D") Period pause) {}
