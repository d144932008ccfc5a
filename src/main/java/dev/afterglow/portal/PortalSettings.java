package dev.afterglow.portal;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.Period;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the customers' pages behave.
 *
 * @param formsPerMinute how many forms the holder of one order's links may send in a minute
 * @param formsPerLinkAndHour how many forms one link may send in an hour
 * @param formsPerOrderAndDay how many forms all links of an order may send in a day
 * @param formsPerCustomerAndDay how many forms all orders of a customer may send in a day
 * @param formsPerCallerAndMinute how many forms may come from one network address in a minute
 * @param pagesPerCallerAndMinute how many pages one network address may open in a minute, on each node
 * @param pause how long marketing rests when a customer asks for a break
 * @param pictureHosts hosts product pictures may come from besides our own, such as the shop's CDN; none by default
 */
@Validated
@ConfigurationProperties("afterglow.portal")
public record PortalSettings(
        @Positive @DefaultValue("5") int formsPerMinute,
        @Positive @DefaultValue("10") int formsPerLinkAndHour,
        @Positive @DefaultValue("20") int formsPerOrderAndDay,
        @Positive @DefaultValue("30") int formsPerCustomerAndDay,
        @Positive @DefaultValue("30") int formsPerCallerAndMinute,
        @Positive @DefaultValue("300") int pagesPerCallerAndMinute,
        @DefaultValue("P30D") Period pause,

        @DefaultValue
        List<
                        @Pattern(
                                regexp = "[A-Za-z0-9.-]+(:\\d{1,5})?",
                                message = "must be host names alone, such as cdn.example.com")
                        String>
                pictureHosts) {}
