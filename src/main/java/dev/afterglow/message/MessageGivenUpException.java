package dev.afterglow.message;

/** A message is not tried again; the exception says why, and that the journey goes on once a person agrees. */
public class MessageGivenUpException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MessageGivenUpException(String message) {
        super(message);
    }
}
