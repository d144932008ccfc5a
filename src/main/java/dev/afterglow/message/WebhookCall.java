package dev.afterglow.message;

import static java.time.temporal.ChronoUnit.SECONDS;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.afterglow.customer.CustomerId;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a provider is told to say to whom; the same on every attempt.
 *
 * @param timestamp when it was first to be said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookCall(String type, Instant timestamp, Content data) {

    /**
     * The words and their reader.
     *
     * @param channel {@code sms}, {@code push} or {@code in-app}
     * @param title one line, for channels that show one
     * @param link where the reader is led, absent when there is nothing to see
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Content(
            String channel,
            String touchpoint,
            String purpose,
            Reader recipient,
            String order,
            String title,
            String text,
            @Nullable URI link) {}

    /**
     * Whom to reach.
     *
     * @param id the customer, the same in every call
     * @param address a number or a device's token, absent when the provider knows her by her id
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reader(String id, @Nullable String address, String email, String language) {}

    static WebhookCall of(Message message, Touchpoint touchpoint, RenderedMessage words, Claim.Granted claim) {
        var route = message.route();
        var reader = message.recipient();
        var customer = Objects.requireNonNull(route.customer(), "whom a provider is to reach");
        return new WebhookCall(
                "message.send",
                claim.firstAt().truncatedTo(SECONDS),
                new Content(
                        word(route.channel()),
                        touchpoint.key(),
                        word(touchpoint.purpose()),
                        reader(customer, route, reader),
                        claim.facts().order().number(),
                        words.subject(),
                        words.text(),
                        claim.facts().links().get("order")));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Reader reader(CustomerId customer, Route route, Recipient reader) {
        return new Reader(
                Long.toString(customer.value()),
                route.address(),
                reader.email().value(),
                reader.locale().getLanguage());
    }
}
