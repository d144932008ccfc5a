package dev.afterglow.demo;

import dev.afterglow.operations.Playground;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets the operators' pages show the demo's clock and its mails. */
@Component
@Profile("demo")
class DemoPlayground implements Playground {

    private final TimeLapse timeLapse;
    private final Mailbox mailbox;

    DemoPlayground(TimeLapse timeLapse, Mailbox mailbox) {
        this.timeLapse = timeLapse;
        this.mailbox = mailbox;
    }

    @Override
    public Instant now() {
        return timeLapse.now();
    }

    @Override
    public Duration dayLength() {
        return timeLapse.dayLength();
    }

    @Override
    public Optional<URI> mail(String messageId) {
        return mailbox.byMessageId(messageId).map(mail -> URI.create("/demo/mailbox/" + mail.id() + "/view"));
    }
}
