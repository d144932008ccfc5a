package dev.afterglow.journey.contact;

import dev.afterglow.customer.Channel;
import dev.afterglow.customer.EmailAddress;
import dev.afterglow.message.Touchpoint;
import dev.afterglow.order.Dossier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * May we say this to this customer now?
 *
 * @param occurrence what tells occasions of the touchpoint apart
 * @param due when it was planned, absent when it answers something that has just happened
 * @param channel the way it would go
 */
public record Question(
        Touchpoint touchpoint,
        Dossier dossier,
        EmailAddress email,
        long occurrence,
        @Nullable Instant due,
        Channel channel) {

    /** By mail. */
    public Question(
            Touchpoint touchpoint, Dossier dossier, EmailAddress email, long occurrence, @Nullable Instant due) {
        this(touchpoint, dossier, email, occurrence, due, Channel.MAIL);
    }
}
