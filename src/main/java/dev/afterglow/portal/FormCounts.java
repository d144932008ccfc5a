package dev.afterglow.portal;

import dev.afterglow.order.Attempts;
import dev.afterglow.order.OrderId;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts forms per link, order, customer and caller in the database, so that more nodes do not mean more forms. */
@Component
public class FormCounts {

    private static final Duration KEPT = Duration.ofDays(2);
    private static final int BYTES_OF_A_NETWORK = 8;

    private final JdbcClient jdbc;
    private final Attempts attempts;
    private final PortalSettings settings;
    private final Clock clock;

    FormCounts(JdbcClient jdbc, Attempts attempts, PortalSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.settings = settings;
        this.clock = clock;
    }

    private record Limit(String subject, Duration window, int most) {}

    /**
     * Counts one form, also one that a later limit refuses: who is refused has come all the same.
     *
     * @param token of the link it came by
     * @param from the network address it came from
     * @return whether all limits allow it
     */
    public boolean admit(OrderId order, String token, String from) {
        var now = clock.instant();
        var minute = start(now, Duration.ofMinutes(1));
        var limits = List.of(
                new Limit(
                        "from:" + digest(network(from) + minute),
                        Duration.ofMinutes(1),
                        settings.formsPerCallerAndMinute()),
                new Limit("link:" + digest(token), Duration.ofHours(1), settings.formsPerLinkAndHour()),
                new Limit("order:" + order, Duration.ofDays(1), settings.formsPerOrderAndDay()),
                new Limit("customer:" + customer(order), Duration.ofDays(1), settings.formsPerCustomerAndDay()));
        return attempts.inTransaction(() ->
                limits.stream().allMatch(limit -> count(limit, start(now, limit.window()))));
    }

    @Scheduled(cron = "0 50 3 * * *", zone = "UTC")
    void purge() {
        jdbc.sql("delete from form_counts where window_start < :before")
                .param("before", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private boolean count(Limit limit, Instant start) {
        return update("""
                        update form_counts set forms = forms + 1
                        where subject = :subject and window_start = :start and forms < :most
                        """, limit, start) || update("""
                        insert into form_counts (subject, window_start, forms)
                        select :subject, cast(:start as timestamp with time zone), 1
                        where :most > 0 and not exists
                          (select 1 from form_counts where subject = :subject and window_start = :start)
                        """, limit, start);
    }

    private boolean update(String sql, Limit limit, Instant start) {
        return jdbc.sql(sql)
                        .param("subject", limit.subject())
                        .param("start", Timestamp.from(start))
                        .param("most", limit.most())
                        .update()
                > 0;
    }

    private long customer(OrderId order) {
        return jdbc.sql("select customer_id from orders where id = :order")
                .param("order", order.value())
                .query(Long.class)
                .single();
    }

    private static Instant start(Instant now, Duration window) {
        return Instant.ofEpochSecond(now.getEpochSecond() / window.toSeconds() * window.toSeconds());
    }

    /** A household has one address of the old kind and a whole network of the new. */
    private static String network(String from) {
        try {
            var bytes = InetAddress.getByName(from).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, BYTES_OF_A_NETWORK)));
        } catch (UnknownHostException e) {
            return from;
        }
    }

    /** Nobody reads links or addresses by looking into the table. */
    private static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime knows SHA-256", e);
        }
    }
}
