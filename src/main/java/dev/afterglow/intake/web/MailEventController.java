package dev.afterglow.intake.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterglow.customer.EmailAddress;
import dev.afterglow.customer.SoftBounces;
import dev.afterglow.customer.Suppressions;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a mail provider reports what came back and who complained. */
@RestController
@RequestMapping("/webhooks/mail-events")
class MailEventController {

    static final String SIGNATURE = "X-Afterglow-Signature";
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_BODY = 64 * 1024;

    private final MailEventSettings settings;
    private final Suppressions suppressions;
    private final SoftBounces softBounces;
    private final ObjectMapper json;

    MailEventController(
            MailEventSettings settings, Suppressions suppressions, SoftBounces softBounces, ObjectMapper json) {
        this.settings = settings;
        this.suppressions = suppressions;
        this.softBounces = softBounces;
        this.json = json;
    }

    /**
     * What happened to a mail.
     *
     * @param type {@code bounce} or {@code complaint}
     * @param permanent of a bounce: whether nothing will ever arrive
     * @param messageId of the mail; one that may arrive next time counts once, however often it is reported
     */
    record MailEvent(
            @Nullable String type,
            @Nullable String address,
            @Nullable Boolean permanent,
            @Nullable String messageId) {

        MailEvent {
            messageId = messageId == null || messageId.length() > LONGEST_ID ? null : messageId;
        }
    }

    /** @param suppressed whether the address is left alone for it */
    record Answer(boolean suppressed) {}

    @PostMapping
    Answer receive(HttpServletRequest request) throws IOException {
        var body = RawBody.read(request, LONGEST_BODY);
        checkSignature(body, request.getHeader(SIGNATURE));
        var event = event(body);
        var address = EmailAddress.of(event.address())
                .orElseThrow(() -> unreadable("The field address must be the e-mail address the mail was sent to."));
        var reason = reason(event);
        if (reason != null) {
            suppressions.add(address, reason);
            return new Answer(true);
        }
        var mail = event.messageId();
        return new Answer(Boolean.FALSE.equals(event.permanent()) && mail != null && softBounces.count(address, mail));
    }

    private Suppressions.@Nullable Reason reason(MailEvent event) {
        return switch (String.valueOf(event.type())) {
            case "complaint" -> Suppressions.Reason.COMPLAINED;
            case "bounce" -> Boolean.TRUE.equals(event.permanent()) ? Suppressions.Reason.BOUNCED : null;
            default -> throw unreadable("The field type must be bounce or complaint.");
        };
    }

    private void checkSignature(byte[] body, @Nullable String signature) {
        if (settings.secrets().isEmpty()) {
            throw Refusal.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "source-not-configured",
                    "The mail provider is not connected",
                    "No secret is configured, and nothing unsigned is believed. Set afterglow.intake.mail-events.secrets"
                            + " to the secret the calls are signed with and restart.");
        }
        try {
            Signatures.check(body, SIGNATURE, signature, settings.secrets());
        } catch (Signatures.Refused e) {
            throw Refusal.of(
                    HttpStatus.UNAUTHORIZED,
                    "signature-refused",
                    "The signature of the mail provider is refused",
                    String.valueOf(e.getMessage()));
        }
    }

    private MailEvent event(byte[] body) throws IOException {
        try {
            return json.readValue(body, MailEvent.class);
        } catch (JacksonException e) {
            throw unreadable("The body is not the JSON of one event with the fields type, address and permanent.");
        }
    }

    private static Refusal unreadable(String detail) {
        return Refusal.of(HttpStatus.BAD_REQUEST, "mail-event-unreadable", "The event cannot be read", detail);
    }
}
