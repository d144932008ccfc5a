package dev.afterglow.support;

/** Identifies a support case. */
public record CaseId(long value) {

    public CaseId {
        if (value <= 0) {
            throw new IllegalArgumentException("The id of a support case is positive, not " + value);
        }
    }

    /** Reads the text form back. */
    public static CaseId parse(String text) {
        return new CaseId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
