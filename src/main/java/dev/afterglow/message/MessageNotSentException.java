package dev.afterglow.message;

/** The mail server did not take a message now; trying again is safe, the ledger knows what was accepted. */
public class MessageNotSentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MessageNotSentException(String message, Throwable cause) {
        super(message, cause);
    }
}
