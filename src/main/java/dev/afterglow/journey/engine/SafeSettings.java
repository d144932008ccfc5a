package dev.afterglow.journey.engine;

import dev.afterglow.message.MessageSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Refuses to start with settings under which a message could be sent twice, late or never, and says what to change. */
@Component
class SafeSettings {

    SafeSettings(
            ProcessEngine engine,
            CamundaBpmProperties camunda,
            MessageSettings messages,
            @Value("${spring.datasource.hikari.maximum-pool-size}") int pool) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        var lock = Duration.ofMillis(configuration.getJobExecutor().getLockTimeInMillis());
        var threads = camunda.getJobExecution().getMaxPoolSize();
        var problems = new ArrayList<String>();
        problems.addAll(deadlines(messages, lock));
        problems.addAll(connections(threads, pool, messages.connections()));
        problems.addAll(zone());
        if (!(configuration.getFailedJobCommandFactory() instanceof HoldCommandFactory)) {
            problems.add("The engine does not hold messages: something replaced its failed-job commands");
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException(
                    "Afterglow does not start like this:\n - " + String.join("\n - ", problems));
        }
    }

    /** A hand-over ends before its claim does, and a claim before the job's lock: else another node sends again. */
    static List<String> deadlines(MessageSettings messages, Duration lock) {
        var problems = new ArrayList<String>();
        if (messages.smtpDeadline().compareTo(messages.lease()) >= 0) {
            problems.add("afterglow.message.smtp-deadline (%s) must be shorter than afterglow.message.lease (%s)"
                    .formatted(messages.smtpDeadline(), messages.lease()));
        }
        if (messages.lease().compareTo(lock) >= 0) {
            problems.add(
                    "afterglow.message.lease (%s) must be shorter than camunda.bpm.job-execution.lock-time-in-millis (%s)"
                            .formatted(messages.lease(), lock));
        }
        return problems;
    }

    static List<String> connections(int threads, int pool, int smtp) {
        var problems = new ArrayList<String>();
        if (pool < threads + 2) {
            problems.add(
                    "spring.datasource.hikari.maximum-pool-size (%d) must be at least %d: one for each of the %d job threads, two for pages"
                            .formatted(pool, threads + 2, threads));
        }
        if (smtp < threads) {
            problems.add(
                    "afterglow.message.connections (%d) must be at least camunda.bpm.job-execution.max-pool-size (%d)"
                            .formatted(smtp, threads));
        }
        return problems;
    }

    private static List<String> zone() {
        var zone = TimeZone.getDefault();
        return zone.getRawOffset() == 0 && !zone.useDaylightTime()
                ? List.of()
                : List.of("The JVM runs in %s: the database keeps no zone, start it with -Duser.timezone=UTC"
                        .formatted(zone.getID()));
    }
}
