package dev.afterglow.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a touchpoint ended, or why it waits.
 *
 * @param reason a word of {@link Reason}, absent when it was simply sent
 * @param until when it is looked at again, for {@link Status#HELD} only
 */
public record Outcome(
        Status status, @Nullable Reason reason, @Nullable Instant until) {

    /** The states a touchpoint can be in. */
    public enum Status {
        /** Being handed over; another attempt has to wait. */
        SENDING,
        /** The mail server took it. */
        ACCEPTED,
        /** Waits for a better moment. */
        HELD,
        /** Left out for a reason. */
        SKIPPED,
        /** The mail server refused the recipient. */
        REJECTED,
        /** The mail server could not take it now; it is tried again. */
        RETRY,
        /** Too late to be of use. */
        EXPIRED,
        /** Perhaps sent: the connection broke after the message and before the answer. */
        UNCERTAIN,
        /** Given up. */
        FAILED;

        /** Whether nothing more happens to the touchpoint. */
        public boolean isFinal() {
            return switch (this) {
                case SENDING, HELD, RETRY -> false;
                case ACCEPTED, SKIPPED, REJECTED, EXPIRED, UNCERTAIN, FAILED -> true;
            };
        }
    }

    /** Why a touchpoint was not simply sent. */
    public enum Reason {
        NO_CONSENT,
        NO_CHANNEL,
        SUPPRESSED,
        HOLDOUT,
        OPEN_RETURN,
        OPEN_CASE,
        FREQUENCY_CAP,
        BOUGHT_AGAIN,
        NOT_DELIVERED,
        NO_CONTENT,
        CANCELLED,
        /** Outside her hours; it waits. */
        QUIET_HOURS,
        /** A newer order of hers speaks first; it waits. */
        SUPERSEDED,
        /** The journey took another way. */
        PASSED_BY
    }

    static Outcome accepted() {
        return new Outcome(Status.ACCEPTED, null, null);
    }

    /** Waits until then. */
    public static Outcome held(Reason reason, Instant until) {
        return new Outcome(Status.HELD, reason, until);
    }

    /** Too late to be of use. */
    public static Outcome expired() {
        return new Outcome(Status.EXPIRED, null, null);
    }

    /** Perhaps sent, and nobody asks any more. */
    public static Outcome uncertain() {
        return new Outcome(Status.UNCERTAIN, null, null);
    }

    /** Left out for this reason. */
    public static Outcome skipped(Reason reason) {
        return new Outcome(Status.SKIPPED, reason, null);
    }
}
