package dev.afterglow.benchmark;

/** The step that does nothing. */
public final class Steps {

    /** Does nothing. */
    public boolean done() {
        return true;
    }
}
