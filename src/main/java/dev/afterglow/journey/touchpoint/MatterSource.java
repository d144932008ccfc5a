package dev.afterglow.journey.touchpoint;

import dev.afterglow.customer.EmailAddress;
import dev.afterglow.message.MessageFacts.Matter;
import dev.afterglow.order.Dossier;
import java.util.Optional;

/** Tells a message about what a branch is about: a return, a case, an answer; one per branch. */
public interface MatterSource {

    /** The process id of the branch's drawing. */
    String process();

    /**
     * What the branch is about.
     *
     * @param reference the value of the branch's variable {@code reference}
     * @param dossier the order it belongs to; words are given in its language
     */
    Matter matter(String reference, Dossier dossier);

    /** The same for one touchpoint; a branch whose messages quote different words tells them apart here. */
    default Matter matter(String touchpoint, String reference, Dossier dossier) {
        return matter(reference, dossier);
    }

    /** Where messages go when the customer named another address for this matter; nothing means her own. */
    default Optional<EmailAddress> recipient(String reference) {
        return Optional.empty();
    }

    /**
     * What tells one message of the same touchpoint from the next; a branch that says something several times, such as
     * an answer, gives each its own.
     */
    default long occurrence(String reference) {
        return Long.parseLong(reference);
    }
}
