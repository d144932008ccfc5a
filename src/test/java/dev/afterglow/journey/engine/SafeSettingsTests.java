package dev.afterglow.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.message.MessageSettings;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SafeSettingsTests {

    private static final Duration LOCK = Duration.ofSeconds(180);
    private static final Duration WEBHOOK = Duration.ofSeconds(20);

    @Test
    void acceptsAHandOverThatEndsBeforeItsClaimAndAClaimThatEndsBeforeTheLock() {
        assertThat(SafeSettings.deadlines(settings(60, 120), WEBHOOK, LOCK)).isEmpty();
    }

    @Test
    void refusesAHandOverThatMayOutliveItsClaim() {
        assertThat(SafeSettings.deadlines(settings(120, 120), WEBHOOK, LOCK))
                .singleElement()
                .asString()
                .contains("smtp-deadline", "PT2M", "must be shorter");
    }

    @Test
    void refusesAClaimThatMayOutliveTheLock() {
        assertThat(SafeSettings.deadlines(settings(60, 180), WEBHOOK, LOCK))
                .singleElement()
                .asString()
                .contains("lock-time-in-millis", "PT3M");
    }

    @Test
    void refusesAPoolInWhichJobsWaitForEachOther() {
        assertThat(SafeSettings.connections(8, 24, 32, 8))
                .singleElement()
                .asString()
                .contains("at least 33");
        assertThat(SafeSettings.connections(8, 24, 33, 8)).isEmpty();
    }

    @Test
    void refusesFewerMailConnectionsThanJobThreads() {
        assertThat(SafeSettings.connections(8, 24, 33, 7))
                .singleElement()
                .asString()
                .contains("connections (7)");
    }

    @Test
    void refusesAnH2DatabaseThatIsSharedOrForgetful() {
        assertThat(SafeSettings.database("jdbc:h2:file:./data/a;WRITE_DELAY=0")).isEmpty();
        assertThat(SafeSettings.database("jdbc:postgresql://db/afterglow")).isEmpty();
        assertThat(SafeSettings.database("jdbc:h2:file:./data/a"))
                .singleElement()
                .asString()
                .contains("WRITE_DELAY=0");
        assertThat(SafeSettings.database("jdbc:h2:file:./data/a;WRITE_DELAY=0;AUTO_SERVER=TRUE"))
                .singleElement()
                .asString()
                .contains("PostgreSQL");
    }

    @Test
    void refusesClocksThatAreMoreThanHalfAMinuteApart() {
        var now = Instant.parse("2026-11-22T09:00:00Z");

        assertThat(SafeSettings.skew(now, now.minusSeconds(30))).isEmpty();
        assertThat(SafeSettings.skew(now, now.minusSeconds(31)))
                .singleElement()
                .asString()
                .contains("NTP");
        assertThat(SafeSettings.skew(now, now.plusSeconds(31))).hasSize(1);
    }

    private static MessageSettings settings(int deadline, int lease) {
        return new MessageSettings(
                "a@example.org",
                "b@example.org",
                "key",
                8,
                Duration.ofSeconds(deadline),
                Duration.ofSeconds(lease),
                20,
                10);
    }
}
