package dev.afterglow.message;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The door to the mail server. */
@Component
class MailDoor extends Door {

    MailDoor(Clock clock, MeterRegistry meters) {
        super(clock, meters, "mail", "mail server", "Check spring.mail.host, port, username, password and TLS.");
    }
}
