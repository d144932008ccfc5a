package dev.afterglow.lives;

import java.time.Duration;
import java.util.List;

/** Many lives at the same time, and what troubles all of them. */
record World(List<Life> lives, List<Trouble> troubles) {

    /** What goes wrong with the machines. */
    enum Kind {
        /** Nothing runs for days; then everything is overdue at once. */
        NOBODY_RUNS,
        /** Nobody answers at the mail server's door. */
        MAIL_SERVER_AWAY,
        /** The mail server asks everybody to come back later. */
        MAIL_SERVER_BUSY
    }

    /** One outage. */
    record Trouble(Duration at, Kind kind, Duration length) {}

    @Override
    public String toString() {
        return lives.size() + " lives, " + troubles;
    }
}
