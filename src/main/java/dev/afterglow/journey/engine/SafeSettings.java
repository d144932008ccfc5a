package dev.afterglow.journey.engine;

import dev.afterglow.message.MessageSettings;
import dev.afterglow.message.WebhookSettings;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses to start with settings under which a message could be sent twice, late or never, and says what to change. */
@Component
class SafeSettings {

    private static final Duration MOST_SKEW = Duration.ofSeconds(30);

    SafeSettings(
            ProcessEngine engine,
            CamundaBpmProperties camunda,
            MessageSettings messages,
            WebhookSettings webhook,
            JdbcClient jdbc,
            Clock clock,
            @Value("${spring.datasource.url}") String database,
            @Value("${spring.datasource.hikari.maximum-pool-size}") int pool,
            @Value("${server.tomcat.threads.max}") int callers) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        var lock = Duration.ofMillis(configuration.getJobExecutor().getLockTimeInMillis());
        var threads = camunda.getJobExecution().getMaxPoolSize();
        var problems = new ArrayList<String>();
        problems.addAll(deadlines(messages, webhook.url() == null ? Duration.ZERO : webhook.timeout(), lock));
        problems.addAll(connections(threads, callers, pool, messages.connections()));
        problems.addAll(zone());
        problems.addAll(database(database));
        if (!(clock instanceof MovableClock)) {
            var now =
                    jdbc.sql("select current_timestamp").query(Timestamp.class).single();
            problems.addAll(skew(clock.instant(), now.toInstant()));
        }
        if (!(configuration.getFailedJobCommandFactory() instanceof HoldCommandFactory)) {
            problems.add("The engine does not hold messages: something replaced its failed-job commands");
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException(
                    "Afterglow does not start like this:\n - " + String.join("\n - ", problems));
        }
    }

    /** A hand-over ends before its claim does, and a claim before the job's lock: else another node sends again. */
    static List<String> deadlines(MessageSettings messages, Duration webhook, Duration lock) {
        var problems = new ArrayList<String>();
        if (messages.smtpDeadline().compareTo(messages.lease()) >= 0) {
            problems.add("afterglow.message.smtp-deadline (%s) must be shorter than afterglow.message.lease (%s)"
                    .formatted(messages.smtpDeadline(), messages.lease()));
        }
        if (webhook.compareTo(messages.lease()) >= 0) {
            problems.add("afterglow.channels.webhook.timeout (%s) must be shorter than afterglow.message.lease (%s)"
                    .formatted(webhook, messages.lease()));
        }
        if (messages.lease().compareTo(lock) >= 0) {
            problems.add(
                    "afterglow.message.lease (%s) must be shorter than camunda.bpm.job-execution.lock-time-in-millis (%s)"
                            .formatted(messages.lease(), lock));
        }
        return problems;
    }

    /** Who holds a row and needs one connection more must get it while everybody else waits for that row. */
    static List<String> connections(int threads, int callers, int pool, int smtp) {
        var problems = new ArrayList<String>();
        if (pool <= threads + callers) {
            problems.add(
                    ("spring.datasource.hikari.maximum-pool-size (%d) must be at least %d: one for each of the %d job"
                                    + " threads and of the %d threads of server.tomcat.threads.max, one besides")
                            .formatted(pool, threads + callers + 1, threads, callers));
        }
        if (smtp < threads) {
            problems.add(
                    "afterglow.message.connections (%d) must be at least camunda.bpm.job-execution.max-pool-size (%d)"
                            .formatted(smtp, threads));
        }
        return problems;
    }

    /** An H2 file belongs to one node, and loses acknowledged orders unless every commit is written at once. */
    static List<String> database(String url) {
        var problems = new ArrayList<String>();
        var upper = url.toUpperCase(Locale.ROOT);
        if (upper.startsWith("JDBC:H2:TCP:") || upper.contains("AUTO_SERVER=TRUE")) {
            problems.add("spring.datasource.url (%s) lets several nodes share one H2 database: give them PostgreSQL"
                    .formatted(url));
        }
        if (upper.startsWith("JDBC:H2:FILE:") && !upper.contains("WRITE_DELAY=0")) {
            problems.add("spring.datasource.url (%s) must end with ;WRITE_DELAY=0: H2 otherwise loses the last orders"
                    .formatted(url));
        }
        return problems;
    }

    /** Leases run on the database's clock, timers on the node's. */
    static List<String> skew(Instant node, Instant database) {
        var apart = Duration.between(node, database).abs();
        return apart.compareTo(MOST_SKEW) <= 0
                ? List.of()
                : List.of("This machine's clock says %s, the database's %s: set both by NTP, at most %d seconds apart"
                        .formatted(node, database, MOST_SKEW.toSeconds()));
    }

    private static List<String> zone() {
        var zone = TimeZone.getDefault();
        return zone.getRawOffset() == 0 && !zone.useDaylightTime()
                ? List.of()
                : List.of("The JVM runs in %s: the database keeps no zone, start it with -Duser.timezone=UTC"
                        .formatted(zone.getID()));
    }
}
