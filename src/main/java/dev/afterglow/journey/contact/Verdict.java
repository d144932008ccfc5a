package dev.afterglow.journey.contact;

import dev.afterglow.message.Outcome.Reason;
import dev.afterglow.message.Turn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The contact policy's answer, with the id of the rule that gave it. */
public sealed interface Verdict {

    /** The rule that decided. */
    String rule();

    /** Let it go; {@code turn} must still hold when it does. */
    record Send(String rule, @Nullable Turn turn) implements Verdict {}

    /** Ask again then. */
    record Hold(String rule, Reason reason, Instant until) implements Verdict {}

    /** Leave it out. */
    record Skip(String rule, Reason reason) implements Verdict {}

    /** Too late to be of use. */
    record Expire(String rule) implements Verdict {}
}
