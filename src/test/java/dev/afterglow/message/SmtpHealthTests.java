package dev.afterglow.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterglow.ScriptedMailServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.mail.MailProperties;

class SmtpHealthTests {

    private static final MessageSettings SETTINGS = new MessageSettings(
            "a@example.org", "b@example.org", "key", 1, Duration.ofSeconds(5), Duration.ofMinutes(2), 20, 10);

    private final MailDoor door = new MailDoor(Clock.systemUTC(), new SimpleMeterRegistry());

    @Test
    void knocksOnceForAnyNumberOfProbes() throws Exception {
        try (var server = new ScriptedMailServer()) {
            var health = health(server.port());

            await().until(() -> health.health().getStatus().equals(Status.UP));
            for (var probe = 0; probe < 50; probe++) {
                assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            }

            assertThat(server.connections()).isOne();
            health.destroy();
        }
    }

    @Test
    void doesNotLetAProbeWaitForAServerThatDrips() throws Exception {
        try (var server = new ScriptedMailServer().at("CONNECT", ScriptedMailServer.DRIP)) {
            var health = health(server.port());
            var start = System.nanoTime();

            assertThat(health.health().getStatus()).isEqualTo(Status.UNKNOWN);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            health.destroy();
        }
    }

    @Test
    void saysThatTheServerIsAwayWithoutCallingTheNodeDown() throws Exception {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        var health = health(free);

        await().until(() -> health.health().getStatus().equals(SmtpHealth.AWAY));
        health.destroy();
    }

    @Test
    void saysSoWhileMessagesWait() throws Exception {
        try (var server = new ScriptedMailServer()) {
            var health = health(server.port());
            door.close("451 later");

            assertThat(health.health().getStatus()).isEqualTo(SmtpHealth.AWAY);
            door.works();
            await().until(() -> health.health().getStatus().equals(Status.UP));
            health.destroy();
        }
    }

    private SmtpHealth health(int port) {
        var properties = new MailProperties();
        properties.setHost("127.0.0.1");
        properties.setPort(port);
        return new SmtpHealth(new PooledMailSender(properties, SETTINGS), door);
    }
}
