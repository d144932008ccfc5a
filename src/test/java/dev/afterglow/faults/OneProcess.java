package dev.afterglow.faults;

import dev.afterglow.AfterglowTest;
import dev.afterglow.ScriptedMailServer;
import dev.afterglow.TakesThePlatform;
import dev.afterglow.TestShop;
import dev.afterglow.journey.TimeMachine;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The application in this process, where weeks pass in seconds: a mail server that misbehaves, the rates of production,
 * the engine's own threads when they are asked for. On H2 in every build, on PostgreSQL at full scale.
 */
@Tag("faults")
@AfterglowTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OneProcess {

    /** Messages a second, as {@link dev.afterglow.message.MessageSettings} has it when nothing else is said. */
    static final int RATE = 20;

    static final int RATE_PER_DOMAIN = 10;

    /** The longest a hand-over may take. */
    static final Duration DEADLINE = Scale.FULL ? Duration.ofSeconds(60) : Duration.ofSeconds(2);

    static final ScriptedMailServer MAILS = started();

    @Autowired
    TestShop shop;

    @Autowired
    TimeMachine time;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProcessEngine engine;

    private long offsetOfOthers;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) throws IOException {
        if (Scale.FULL) {
            var postgres = EmbeddedPostgres.start();
            properties.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
            properties.add("spring.datasource.username", () -> "postgres");
        } else {
            properties.add("spring.datasource.url", () -> "jdbc:h2:mem:faults;DB_CLOSE_DELAY=-1");
        }
        properties.add("afterglow.access.first-password-file", () -> "target/faults-admin-password");
        properties.add("spring.mail.port", MAILS::port);
        properties.add("afterglow.message.rate", () -> RATE);
        properties.add("afterglow.message.rate-per-domain", () -> RATE_PER_DOMAIN);
        properties.add("afterglow.message.smtp-deadline", () -> DEADLINE);
        properties.add("afterglow.message.lease", () -> DEADLINE.multipliedBy(2));
        properties.add(
                "camunda.bpm.job-execution.lock-time-in-millis",
                () -> DEADLINE.multipliedBy(3).toMillis());
        properties.add("camunda.bpm.job-execution.enabled", () -> true);
    }

    /** The engine has one clock per JVM: the one another context moved is put back afterwards. */
    @BeforeAll
    void begin() {
        executor().shutdown();
        offsetOfOthers =
                ClockUtil.getCurrentTime().getTime() - Clock.systemUTC().millis();
        time.advance(Duration.ofSeconds(1));
        MAILS.behave();
        MAILS.forget();
    }

    @AfterAll
    void forgetEverything() {
        executor().shutdown();
        ClockUtil.offset(offsetOfOthers);
        MAILS.behave();
        MAILS.forget();
        TakesThePlatform.forgetJourneys(engine);
        List.of("orders", "customers")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }

    /** The engine's threads; they do nothing until they are started. */
    JobExecutor executor() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }

    int number(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private static ScriptedMailServer started() {
        try {
            return new ScriptedMailServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
