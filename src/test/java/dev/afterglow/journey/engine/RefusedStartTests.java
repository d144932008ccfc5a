package dev.afterglow.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.afterglow.AfterglowApplication;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A real start that must not succeed. */
class RefusedStartTests {

    /** A machine whose clock nobody sets. */
    @Configuration(proxyBeanMethods = false)
    static class WrongClock {

        @Bean
        Clock slow() {
            return Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-45));
        }
    }

    @Test
    void namesEveryUnsafeSettingInOneGo(@TempDir Path folder) {
        var zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Paris"));
        Throwable refusal;
        try {
            refusal = catchThrowable(() -> new SpringApplicationBuilder(WrongClock.class, AfterglowApplication.class)
                    .profiles("test")
                    .run(
                            "--server.port=0",
                            "--camunda.bpm.process-engine-name=refused",
                            "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("shop") + ";AUTO_SERVER=TRUE",
                            "--spring.datasource.hikari.maximum-pool-size=5",
                            "--spring.mail.port=1",
                            "--afterglow.access.first-password-file=" + folder.resolve("password"),
                            "--afterglow.journey.movable-clock=false",
                            "--afterglow.message.smtp-deadline=130s",
                            "--afterglow.message.lease=120s",
                            "--afterglow.message.connections=3",
                            "--camunda.bpm.job-execution.enabled=true",
                            "--camunda.bpm.job-execution.lock-time-in-millis=100000"));
        } finally {
            TimeZone.setDefault(zone);
        }

        assertThat(refusal).isNotNull();
        assertThat(refusal)
                .rootCause()
                .message()
                .satisfies(words -> assertThat(words)
                        .contains("Afterglow does not start like this")
                        .contains(
                                "afterglow.message.smtp-deadline (PT2M10S) must be shorter than afterglow.message.lease")
                        .contains("must be shorter than camunda.bpm.job-execution.lock-time-in-millis (PT1M40S)")
                        .contains("spring.datasource.hikari.maximum-pool-size (5) must be at least 33")
                        .contains("afterglow.message.connections (3) must be at least")
                        .contains("The JVM runs in Europe/Paris", "-Duser.timezone=UTC")
                        .contains("lets several nodes share one H2 database: give them PostgreSQL")
                        .contains("must end with ;WRITE_DELAY=0")
                        .contains("set both by NTP, at most 30 seconds apart"));
    }
}
