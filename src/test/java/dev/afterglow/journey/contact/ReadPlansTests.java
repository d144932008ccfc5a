package dev.afterglow.journey.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.Customer;
import dev.afterglow.customer.CustomerRows;
import dev.afterglow.customer.CustomerSettings;
import dev.afterglow.customer.EmailAddress;
import dev.afterglow.customer.Purpose;
import dev.afterglow.customer.Shop;
import dev.afterglow.customer.Suppressions;
import dev.afterglow.message.Format;
import dev.afterglow.message.Objective;
import dev.afterglow.message.Touchpoint;
import dev.afterglow.message.TouchpointRecords;
import dev.afterglow.order.Dossier;
import dev.afterglow.order.Orders;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** PostgreSQL with many orders finds what is asked most often by index: it never reads a large table through. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadPlansTests {

    private static final int ORDERS = 20_000;

    private EmbeddedPostgres server;
    private JdbcClient jdbc;
    private AnnotationConfigApplicationContext context;

    @BeforeAll
    void fill() throws Exception {
        server = EmbeddedPostgres.start();
        var connection = new SingleConnectionDataSource(server.getJdbcUrl("postgres", "postgres"), true);
        Flyway.configure().dataSource(connection).load().migrate();
        jdbc = JdbcClient.create(connection);
        jdbc.sql(
                        "insert into customers (email, created_at) select k || '@example.org', now() from generate_series(1, ?) k")
                .param(ORDERS)
                .update();
        jdbc.sql("""
                        insert into orders (source, external_id, number, customer_id, placed_at, currency, total, test, historical,
                          reported_at, recorded_at)
                        select 'API', 'X' || id, 'X' || id, id, now() - id * interval '1 minute', 'EUR', 89, false, false, now(),
                          now()
                        from customers
                        """).update();
        jdbc.sql("""
                        insert into order_lines (order_id, position, title, quantity, unit_price, refunded)
                        select id, 0, 'A lamp', 1, 89, 0 from orders
                        """).update();
        jdbc.sql("""
                        insert into messages (order_id, touchpoint, occurrence, purpose, state, attempts, created_at, settled_at)
                        select id, 'touchpoint' || k, 0, 'RELATIONAL', 'ACCEPTED', 1, now(), now()
                        from orders, generate_series(1, 4) k
                        """).update();
        jdbc.sql("vacuum analyze").update();
        context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(SimpleMeterRegistry.class);
        context.registerBean(
                Shop.class,
                () -> new Shop(
                        "Atelier",
                        URI.create("https://atelier.example"),
                        URI.create("https://after.atelier.example"),
                        ZoneOffset.UTC,
                        Locale.ENGLISH,
                        "help@atelier.example",
                        "1 Lamp Street, Lyon",
                        "#2f5d50"));
        context.registerBean(CustomerSettings.class, () -> new CustomerSettings("a key for tests", true));
        context.register(
                Orders.class,
                CustomerRows.class,
                Suppressions.class,
                ContactFactsQuery.class,
                TouchpointRecords.class,
                Class.forName("dev.afterglow.message.MessageMetrics"));
        context.refresh();
    }

    @AfterAll
    void stop() throws IOException {
        context.close();
        server.close();
    }

    @Test
    void listsTheLatestOrders() {
        var orders = context.getBean(Orders.class);

        assertReadsNoLargeTableThrough(() -> assertThat(orders.latest(50)).hasSize(50));
    }

    @Test
    void findsAnOrderByItsNumberWithItsStory() {
        var orders = context.getBean(Orders.class);
        var records = context.getBean(TouchpointRecords.class);

        assertReadsNoLargeTableThrough(() -> {
            var order = orders.byNumber("X7000").orElseThrow();
            assertThat(records.of(order.id().value())).hasSize(4);
        });
    }

    @Test
    void readsTheFactsOfTheContactPolicy() {
        var order = context.getBean(Orders.class).byNumber("X7000").orElseThrow();
        var facts = context.getBean(ContactFactsQuery.class);
        var email = new EmailAddress("7000@example.org");
        var dossier = new Dossier(
                order, new Customer(order.customer(), email, null, null, Locale.ENGLISH, false, ZoneOffset.UTC));
        var welcome = new Touchpoint(
                "welcome", Purpose.RELATIONAL, Objective.REASSURE, Format.VISUAL, Period.ofDays(2), Set.of());

        assertReadsNoLargeTableThrough(() -> assertThat(
                        facts.about(new Question(welcome, dossier, email, 0, null), Instant.now())
                                .contactsInWeek())
                .isEqualTo(4));
    }

    private void assertReadsNoLargeTableThrough(Runnable reads) {
        var before = sequentialScans();
        reads.run();
        assertThat(sequentialScans()).as("tables read through, with how often").isEqualTo(before);
    }

    private String sequentialScans() {
        jdbc.sql("select pg_stat_force_next_flush()").query().listOfRows();
        return jdbc.sql("""
                        select string_agg(relname || ' ' || seq_scan, ', ' order by relname) from pg_stat_user_tables
                        where relname in ('customers', 'orders', 'order_lines', 'messages')
                        """).query(String.class).single();
    }
}
