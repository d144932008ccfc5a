package dev.afterglow.message;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages leave.
 *
 * @param from the sender of what belongs to the purchase itself
 * @param relationalFrom the sender of everything else: mailbox providers rate the two apart
 * @param idKey the secret that message ids are derived from; the same on every node, never changed
 * @param connections SMTP connections kept open, and database connections of the ledger
 * @param smtpDeadline the longest a hand-over may take in total; then its socket is closed
 * @param lease how long a claimed message belongs to its claimer; longer than the deadline
 * @param rate how many messages a second all nodes together send at most
 * @param ratePerDomain how many of them to one mail domain
 */
@Validated
@ConfigurationProperties("afterglow.message")
public record MessageSettings(
        @NotBlank String from,
        @NotBlank String relationalFrom,
        @NotBlank String idKey,
        @DefaultValue("8") int connections,
        @DefaultValue("60s") Duration smtpDeadline,
        @DefaultValue("120s") Duration lease,
        @DefaultValue("20") @Positive int rate,
        @DefaultValue("10") @Positive int ratePerDomain) {

    String sender(Touchpoint touchpoint) {
        return switch (touchpoint.purpose()) {
            case TRANSACTIONAL -> from;
            case RELATIONAL, PROMOTIONAL -> relationalFrom;
        };
    }
}
