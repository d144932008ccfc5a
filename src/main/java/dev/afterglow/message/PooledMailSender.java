package dev.afterglow.message;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.util.StreamProvider;
import java.time.Duration;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Spring's mail sender over SMTP connections that stay open, each hand-over ended by the deadline: a server that drips
 * one byte a second never lets a read time out, so the watchdog closes its socket.
 */
@Component
@EnableConfigurationProperties(MailProperties.class)
class PooledMailSender extends JavaMailSenderImpl implements DisposableBean {

    static {
        // Otherwise each part of each mail looks through all jars for who provides its streams.
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Deque<PooledTransport> idle = new ConcurrentLinkedDeque<>();
    private final ScheduledExecutorService watchdog =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "smtp-watchdog"));
    private final MessageSettings settings;

    PooledMailSender(MailProperties properties, MessageSettings settings) {
        this.settings = settings;
        setHost(properties.getHost());
        if (properties.getPort() != null) {
            setPort(properties.getPort());
        }
        setUsername(properties.getUsername());
        setPassword(properties.getPassword());
        setProtocol(properties.getProtocol());
        setDefaultEncoding(properties.getDefaultEncoding().name());
        var session = new Properties();
        session.put("mail.smtp.connectiontimeout", "10000");
        session.put("mail.smtp.timeout", "30000");
        session.put("mail.smtp.writetimeout", "30000");
        session.put("mail.smtp.quitwait", "false");
        session.putAll(properties.getProperties());
        session.put("mail." + getProtocol() + ".socketFactory", new WatchedSockets());
        setJavaMailProperties(session);
    }

    /** An idle connection that is still alive, or a new one; its {@code close} gives it back. */
    @Override
    protected Transport connectTransport() throws MessagingException {
        for (var pooled = idle.pollFirst(); pooled != null; pooled = idle.pollFirst()) {
            if (!pooled.isOlderThan(IDLE) && pooled.isConnected()) {
                return pooled.watchedBy(watchdog, settings.smtpDeadline());
            }
            pooled.quit();
        }
        var pooled =
                new PooledTransport(getSession(), new StagedTransport(getSession(), getProtocol()), this::giveBack);
        pooled.connectWatched(getHost(), getPort(), getUsername(), getPassword(), watchdog, settings.smtpDeadline());
        return pooled;
    }

    private void giveBack(PooledTransport pooled) {
        if (idle.size() < settings.connections()) {
            idle.addFirst(pooled);
        } else {
            pooled.quit();
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        watchdog.shutdownNow();
        watchdog.awaitTermination(1, TimeUnit.SECONDS);
        hangUp();
    }

    /** Closes every idle connection. */
    void hangUp() {
        for (var pooled = idle.pollFirst(); pooled != null; pooled = idle.pollFirst()) {
            pooled.quit();
        }
    }
}
