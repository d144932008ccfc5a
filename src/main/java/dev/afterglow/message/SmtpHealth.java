package dev.afterglow.message;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Whether the mail server is there, as last seen: a probe is answered at once, and at most one knock a minute follows
 * it. A mail server that is away takes no node out of service, because orders must still come in; messages wait.
 */
@Component("smtp")
class SmtpHealth implements HealthIndicator, DisposableBean {

    /** Worth a look, and no reason to send nobody here. */
    static final Status AWAY = new Status("AWAY");

    private static final Duration LIFE = Duration.ofMinutes(1);

    private final PooledMailSender mails;
    private final MailDoor way;
    private final ExecutorService door = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "smtp-health");
        thread.setDaemon(true);
        return thread;
    });
    private Health seen = Health.unknown().withDetail("reason", "Not asked yet").build();
    private long askAgain = System.nanoTime();

    SmtpHealth(PooledMailSender mails, MailDoor way) {
        this.mails = mails;
        this.way = way;
    }

    @Override
    public synchronized Health health() {
        if (way.isClosed()) {
            return Health.status(AWAY)
                    .withDetail("reason", "Messages wait; the log says what the mail server said")
                    .build();
        }
        if (System.nanoTime() - askAgain >= 0) {
            askAgain = System.nanoTime() + LIFE.toNanos();
            door.execute(this::knock);
        }
        return seen;
    }

    @Override
    public void destroy() {
        door.shutdownNow();
    }

    private void knock() {
        var found = ask();
        synchronized (this) {
            seen = found;
        }
    }

    private Health ask() {
        try {
            mails.testConnection();
            return Health.up().build();
        } catch (MessagingException | RuntimeException e) {
            return Health.status(AWAY)
                    .withDetail("reason", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
