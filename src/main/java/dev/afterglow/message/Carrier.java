package dev.afterglow.message;

import dev.afterglow.customer.Channel;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.function.Consumer;

/** A way messages leave by. */
interface Carrier {

    /** Whether it takes messages of this channel. */
    boolean carries(Channel channel);

    /**
     * Lets one message through.
     *
     * @throws MessageBusyException when it has to wait, saying until when
     */
    void admit(Message message);

    /**
     * Writes it, without a word to the other side yet.
     *
     * @param lapses is told what could not be said
     */
    HandOver prepare(Message message, Touchpoint touchpoint, Claim.Granted claim, Consumer<UnfinishedMessage> lapses)
            throws MessagingException;

    /** The longest a hand-over takes. */
    Duration deadline();

    /** The door it goes through; closed while the other side cannot be reached. */
    Door door();

    /** Nothing goes to this reader this way any more. */
    void leaveAlone(Message message);
}
