package dev.afterglow.returns;

/** Identifies a return. */
public record ReturnId(long value) {

    public ReturnId {
        if (value <= 0) {
            throw new IllegalArgumentException("The id of a return is positive, not " + value);
        }
    }

    /** Reads the text form back. */
    public static ReturnId parse(String text) {
        return new ReturnId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
