package dev.afterglow.operations;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the pages show besides, when this is a demo: its clock and the mails it caught. */
public interface Playground {

    /** The demo's present. */
    Instant now();

    /** How long a day of the time-lapse lasts; zero while it is stopped. */
    Duration dayLength();

    /** Where the mail with this Message-ID can be read. */
    Optional<URI> mail(String messageId);
}
