package dev.afterglow.journey.postpurchase;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import dev.afterglow.AfterglowTest;
import dev.afterglow.TestMailServer;
import dev.afterglow.TestShop;
import dev.afterglow.customer.EmailAddress;
import dev.afterglow.customer.Persons;
import dev.afterglow.faults.BaseBackup;
import dev.afterglow.faults.Invariants;
import dev.afterglow.journey.JourneyTimelines;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.message.Outcome.Reason;
import dev.afterglow.order.OrderId;
import dev.afterglow.portal.FormCounts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole application on PostgreSQL: the same migrations, engine, ledger and filters as on H2. */
@AfterglowTest
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresJourneyTests {

    @Autowired
    HistoryService history;

    @Autowired
    TestShop shop;

    @Autowired
    TimeMachine time;

    @Autowired
    JourneyTimelines timelines;

    @Autowired
    FilterService filters;

    @Autowired
    RuntimeService engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FormCounts counts;

    @Autowired
    Persons persons;

    /** The drawing's history time to live. */
    private static final Duration KEPT = Duration.ofDays(120);

    private static DataSource database;

    private long offsetOfOthers;

    /** The database outlives the context, whose pools close after the last test; it ends with this JVM. */
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) throws IOException {
        var postgres = EmbeddedPostgres.start();
        database = postgres.getPostgresDatabase();
        properties.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("afterglow.access.first-password-file", () -> "target/postgres-admin-password");
    }

    /** The engine has one clock per JVM: the one another context moved is put back afterwards. */
    @BeforeAll
    void takeTheEnginesClock() throws FolderException {
        offsetOfOthers =
                ClockUtil.getCurrentTime().getTime() - Clock.systemUTC().millis();
        time.advance(Duration.ofSeconds(1));
        forgetTheMailsOfTheOtherDatabase();
    }

    @AfterAll
    void giveTheEnginesClockBack() throws FolderException {
        ClockUtil.offset(offsetOfOthers);
        forgetTheMailsOfTheOtherDatabase();
    }

    /** Both databases count their orders from one, and both send to the same mail server. */
    private static void forgetTheMailsOfTheOtherDatabase() throws FolderException {
        TestMailServer.GREEN_MAIL.purgeEmailFromAllMailboxes();
    }

    @Test
    void travelsThirtyDaysAndKeepsEveryOutcome() {
        var order = shop.anOrder().placedAt(LocalTime.NOON);
        time.advance(Duration.ofDays(3));
        shop.deliver(order);
        time.advance(Duration.ofDays(30));

        assertThat(jdbc.sql("select version()").query(String.class).single()).startsWith("PostgreSQL 17");
        assertThat(timelines.of(order).outcome()).isEqualTo("COMPLETED");
        assertThat(shop.touchpointsMailed(order))
                .containsExactly(
                        "order-confirmation",
                        "welcome",
                        "shipping-notice",
                        "product-education",
                        "cross-sell",
                        "usage-check",
                        "reactivation");
        assertThat(jdbc.sql("select state, attempts, count(*) from messages where order_id = :order group by 1, 2")
                        .param("order", order.value())
                        .query((row, number) -> row.getString(1) + " " + row.getInt(2) + " " + row.getInt(3))
                        .list())
                .containsExactly("ACCEPTED 1 7");
        assertThat(engine.createIncidentQuery().count()).isZero();
    }

    @Test
    void stopsWhenTheOrderIsCancelledAndTravelsWithoutAnAddress() {
        var cancelled = shop.anOrder().placedAt(LocalTime.NOON);
        time.advance(Duration.ofDays(4));
        shop.cancel(cancelled);
        var nobody = shop.anOrder().withoutEmail().placed();
        time.advance(Duration.ofDays(36));

        assertThat(timelines.of(cancelled).outcome()).isEqualTo("CANCELLED");
        assertThat(shop.touchpointsMailed(cancelled)).containsExactly("order-confirmation", "welcome");
        assertThat(timelines.of(nobody).touchpoints())
                .isNotEmpty()
                .allSatisfy(touchpoint ->
                        assertThat(touchpoint.outcome().reason()).isIn(Reason.NO_CHANNEL, Reason.NOT_DELIVERED));
    }

    @Test
    void countsFormsAndKeepsTheAuditTrailThereToo() throws Exception {
        var order = shop.anOrder().by("petra.postgres@example.org").placed();
        var threads = Executors.newFixedThreadPool(4);
        try {
            var calls = IntStream.range(0, 40)
                    .mapToObj(i -> (Callable<Boolean>) () -> counts.admit(order, "one link", "203.0.113." + i))
                    .toList();
            var admitted = 0;
            for (var call : threads.invokeAll(calls)) {
                admitted += call.get() ? 1 : 0;
            }
            assertThat(admitted).isEqualTo(10);
        } finally {
            threads.shutdownNow();
        }

        persons.export(new EmailAddress("petra.postgres@example.org"));
        assertThat(jdbc.sql("select person, action from audit_events where action = 'PERSON_EXPORTED'")
                        .query((row, number) -> row.getString(1) + " " + row.getString(2))
                        .list())
                .containsExactly("command line PERSON_EXPORTED");
    }

    @Test
    void restoresABackupThatWasTakenWhileOrdersCameIn(@TempDir Path folder) throws Exception {
        var before = shop.anOrder().placed();
        var over = new AtomicBoolean();
        var busy = new Thread(() -> {
            // A few: those of the other tests here travel with them.
            for (var number = 0; number < 12 && !over.get(); number++) {
                shop.anOrder().placed();
            }
        });
        busy.start();
        Path backup;
        try {
            backup = BaseBackup.take(database, folder.resolve("backup"));
        } finally {
            over.set(true);
            busy.join();
        }
        var after = shop.anOrder().placed();

        try (var restored = BaseBackup.restore(backup)) {
            var there = JdbcClient.create(restored.getPostgresDatabase());
            assertThat(Invariants.inTheDatabase(there)).isEmpty();
            assertThat(there.sql("select id from orders").query(Long.class).list())
                    .contains(before.value())
                    .doesNotContain(after.value());
            assertThat(there.sql("select count(*) from ACT_RU_JOB")
                            .query(Long.class)
                            .single())
                    .isPositive();
        }
    }

    @Test
    void forgetsAJourneyInTheEngineInTheNightAfterItsTimeHasCome() {
        // The clean-up was planned while the engine's clock still stood where another context had moved it.
        history.cleanUpHistoryAsync(false);
        var order = shop.anOrder().placedAt(LocalTime.NOON);
        time.advance(Duration.ofDays(40));
        assertThat(timelines.of(order).outcome()).isEqualTo("COMPLETED");
        assertThat(historyOf(order)).isPositive();

        time.advance(KEPT.minusDays(42));
        assertThat(historyOf(order)).isPositive();
        time.advance(Duration.ofDays(3));

        assertThat(historyOf(order)).as("the nightly clean-up has run").isZero();
        assertThat(timelines.of(order).outcome()).as("our own record stays").isEqualTo("COMPLETED");
    }

    private long historyOf(OrderId order) {
        return jdbc.sql("""
                        select count(*) from ACT_HI_PROCINST where BUSINESS_KEY_ = :order and PROC_DEF_KEY_ = :journey
                        """)
                .param("order", order.toString())
                .param("journey", PostPurchaseJourneys.KEY)
                .query(Long.class)
                .single();
    }

    @Test
    void listsTasksByTheSharedFilters() {
        assertThat(filters.createFilterQuery().list())
                .isNotEmpty()
                .allSatisfy(filter -> assertThat(filters.count(filter.getId())).isNotNegative());
    }
}
