package dev.afterglow.intake.api;

import dev.afterglow.customer.Channel;
import dev.afterglow.customer.ChannelConsent;
import dev.afterglow.customer.ChannelConsents;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.EmailAddress;
import dev.afterglow.intake.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a shop or its app tells by which channels besides mail a customer wants to be reached. */
@RestController
@RequestMapping("/api/customers/channels")
class ChannelController {

    private final RequestJson json;
    private final Customers customers;
    private final ChannelConsents consents;
    private final Clock clock;

    ChannelController(RequestJson json, Customers customers, ChannelConsents consents, Clock clock) {
        this.json = json;
        this.customers = customers;
        this.consents = consents;
        this.clock = clock;
    }

    /**
     * Her word on one channel.
     *
     * @param address a number or a device's token; absent when the provider knows her by her id
     * @param at when she said it; an older word that arrives late changes nothing
     */
    record ChannelWord(
            @NotNull(message = "is missing") @Size(max = 254, message = "must not be longer than 254 characters")
            String email,

            @NotNull(message = "is missing")
            @Pattern(regexp = "sms|push|in-app", message = "must be sms, push or in-app")
            String channel,

            @NotNull(message = "is missing")
            @Pattern(regexp = "subscribed|unsubscribed", message = "must be subscribed or unsubscribed")
            String state,

            @Size(max = 254, message = "must not be longer than 254 characters")
            @Pattern(regexp = "\\P{Cntrl}*", message = "must not hold control characters")
            @Nullable
            String address,

            @Size(max = 90, message = "must not be longer than 90 characters") @Nullable
            String source,

            @Nullable OffsetDateTime at) {}

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void say(HttpServletRequest request) throws IOException {
        var word = json.read(json.body(request), ChannelWord.class);
        var customer = EmailAddress.of(word.email())
                .flatMap(customers::idOf)
                .orElseThrow(() -> Refusal.of(
                        HttpStatus.NOT_FOUND,
                        "customer-unknown",
                        "The customer is unknown",
                        "Nobody has ordered with this e-mail address yet. Report her first order with POST /api/orders,"
                                + " then say it again."));
        var at = word.at();
        consents.remember(
                customer,
                new ChannelConsent(
                        Channel.valueOf(word.channel().toUpperCase(Locale.ROOT).replace('-', '_')),
                        word.state().equals("subscribed"),
                        word.address(),
                        "api:" + (word.source() == null ? "shop" : word.source()),
                        at == null ? clock.instant() : at.toInstant()));
    }
}
