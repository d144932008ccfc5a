package dev.afterglow.feedback;

/** A photo cannot be taken in; the message says what to do. */
public class PhotoRefusedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    PhotoRefusedException(Reason reason, String words) {
        super(words);
        this.reason = reason;
    }

    /** Why, for whoever says it in the customer's language. */
    public Reason reason() {
        return reason;
    }

    /** Why a photo cannot be taken in. */
    public enum Reason {
        /** More than 8 MB. */
        TOO_LARGE,
        /** More than 60 million pixels. */
        TOO_MANY_PIXELS,
        /** Neither a JPEG nor a PNG, or a broken one. */
        NOT_A_PHOTO
    }
}
