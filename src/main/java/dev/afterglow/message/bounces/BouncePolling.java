package dev.afterglow.message.bounces;

import jakarta.mail.MessagingException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Looks into the mailbox of delivery reports from time to time, where there is one. */
@Component
@ConditionalOnProperty("afterglow.message.bounces.host")
class BouncePolling implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(BouncePolling.class);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "bounces"));
    private final BounceMailbox mailbox;

    BouncePolling(BounceSettings settings, Bounces bounces) {
        mailbox = new BounceMailbox(settings, bounces);
        var pause = settings.every().toMillis();
        thread.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            mailbox.read();
        } catch (MessagingException | RuntimeException e) {
            log.warn("The mailbox of delivery reports cannot be read; it is tried again later", e);
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
