package dev.afterglow.message;

/** A message that cannot be written: a text or a fact it needs is missing. The message of the exception says which. */
public class UnfinishedMessage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfinishedMessage(String message) {
        super(message);
    }

    UnfinishedMessage(String message, Throwable cause) {
        super(message, cause);
    }
}
