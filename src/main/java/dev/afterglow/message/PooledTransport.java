package dev.afterglow.message;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An SMTP connection that is given back instead of closed, unless it failed. */
class PooledTransport extends Transport {

    private final StagedTransport transport;
    private final Consumer<PooledTransport> giveBack;
    private volatile @Nullable Socket socket;
    private @Nullable ScheduledFuture<?> deadline;
    private long lastUsed = System.nanoTime();
    private volatile boolean failed;

    PooledTransport(Session session, StagedTransport transport, Consumer<PooledTransport> giveBack) {
        super(session, new URLName("pooled", null, -1, null, null, null));
        this.transport = transport;
        this.giveBack = giveBack;
    }

    void connectWatched(
            @Nullable String host,
            int port,
            @Nullable String user,
            @Nullable String password,
            ScheduledExecutorService watchdog,
            Duration deadline)
            throws MessagingException {
        watchedBy(watchdog, deadline);
        try {
            transport.connect(host, port, user, password);
            socket = WatchedSockets.take(Thread.currentThread());
        } catch (MessagingException | RuntimeException e) {
            unwatch();
            throw transport.failure(e);
        }
    }

    PooledTransport watchedBy(ScheduledExecutorService watchdog, Duration after) {
        var opener = Thread.currentThread();
        deadline = watchdog.schedule(() -> cut(opener), after.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    boolean isOlderThan(Duration idle) {
        return System.nanoTime() - lastUsed > idle.toNanos();
    }

    @Override
    public boolean isConnected() {
        return transport.isConnected();
    }

    @Override
    public void sendMessage(Message message, Address[] recipients) throws MessagingException {
        try {
            transport.sendMessage(message, recipients);
        } catch (MessagingException | RuntimeException e) {
            failed = true;
            throw transport.failure(e);
        }
    }

    /** Gives the connection back. */
    @Override
    public void close() {
        unwatch();
        lastUsed = System.nanoTime();
        if (failed) {
            quit();
        } else {
            giveBack.accept(this);
        }
    }

    void quit() {
        try {
            transport.close();
        } catch (MessagingException e) {
            closeSocket();
        }
    }

    private void unwatch() {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    private void cut(Thread opener) {
        failed = true;
        if (socket == null) {
            socket = WatchedSockets.take(opener);
        }
        closeSocket();
    }

    private void closeSocket() {
        var open = socket;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            // Nobody is left to tell: the connection is given up.
        }
    }
}
