package dev.afterglow.faults;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.afterglow.ScriptedMailServer;
import dev.afterglow.ScriptedMailServer.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds what the mail server saw against what the database says, after every fault. */
public class Invariants {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final ScriptedMailServer server;
    private final Function<String, Set<String>> due;

    /** @param due the touchpoints an order was due, by the number the shop gave it */
    Invariants(DataSource database, ScriptedMailServer server, Function<String, Set<String>> due) {
        this.jdbc = JdbcClient.create(database);
        this.server = server;
        this.due = due;
    }

    private Map<String, List<Receipt>> mails() {
        return server.receipts().stream().collect(groupingBy(Receipt::id));
    }

    /** Mails that came more than once, over all. */
    int duplicates() {
        return mails().values().stream().mapToInt(copies -> copies.size() - 1).sum();
    }

    /**
     * Mails that came again although nothing had happened between the server's answer and the ledger's commit.
     *
     * @param faults when something was killed or stopped
     * @param window how long an answer may take to be written down
     */
    List<String> unexplainedDuplicates(Collection<Instant> faults, Duration window) {
        return mails().entrySet().stream()
                .filter(mail -> mail.getValue().stream()
                        .map(Receipt::at)
                        .sorted(Comparator.reverseOrder())
                        .skip(1)
                        .anyMatch(copy -> faults.stream()
                                .noneMatch(fault ->
                                        Duration.between(copy, fault).abs().compareTo(window) <= 0)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How many messages the ledger holds as taken. */
    int accepted() {
        return jdbc.sql("select count(*) from messages where state = 'ACCEPTED'")
                .query(Integer.class)
                .single();
    }

    /** What is still violated when everything had its time: an order nobody got an answer about may just be starting. */
    List<String> violationsInTheEnd(Set<String> acknowledged) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var violations = violations(acknowledged);
        while (!violations.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(1_000);
            violations = violations(acknowledged);
        }
        return violations;
    }

    /**
     * Everything that must never be.
     *
     * @param acknowledged the numbers of orders that were answered with 2xx
     */
    List<String> violations(Set<String> acknowledged) {
        var violations = new ArrayList<String>();
        orders(acknowledged, violations);
        letters(violations);
        count(
                jdbc,
                violations,
                "messages without an outcome",
                "select count(*) from messages where state in ('SENDING', 'RETRY', 'HELD')");
        violations.addAll(inTheDatabase(jdbc));
        return violations;
    }

    /** What must never be in any database of ours, whatever the mail server saw. */
    public static List<String> inTheDatabase(JdbcClient jdbc) {
        var violations = new ArrayList<String>();
        count(
                jdbc,
                violations,
                "orders without exactly one journey",
                "select count(*) from orders o where 1 <> (select count(*) from ACT_RU_EXECUTION e"
                        + " join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_"
                        + " where e.BUSINESS_KEY_ = cast(o.id as varchar(40)) and e.PARENT_ID_ is null"
                        + " and d.KEY_ = 'postPurchaseJourney')"
                        + " + (select count(*) from journey_outcomes j where j.order_id = o.id)");
        count(
                jdbc,
                violations,
                "jobs without retries and without an incident",
                "select count(*) from ACT_RU_JOB j where j.RETRIES_ = 0"
                        + " and not exists (select 1 from ACT_RU_INCIDENT i where i.CONFIGURATION_ = j.ID_)");
        count(
                jdbc,
                violations,
                "instances of no order",
                "select count(*) from ACT_RU_EXECUTION e where e.PARENT_ID_ is null"
                        + " and not exists (select 1 from orders o where cast(o.id as varchar(40)) = e.BUSINESS_KEY_)");
        return violations;
    }

    private void orders(Set<String> acknowledged, List<String> violations) {
        var sent = new HashMap<String, Set<String>>();
        jdbc.sql("select o.external_id, m.touchpoint from orders o"
                        + " left join messages m on m.order_id = o.id and m.state = 'ACCEPTED'")
                .query(row -> {
                    var touchpoints = sent.computeIfAbsent(row.getString(1), order -> new HashSet<>());
                    if (row.getString(2) != null) {
                        touchpoints.add(row.getString(2));
                    }
                });
        var lost = new HashSet<>(acknowledged);
        lost.removeAll(sent.keySet());
        if (!lost.isEmpty()) {
            violations.add(lost.size() + " acknowledged orders are lost: " + lost);
        }
        sent.forEach((order, touchpoints) -> {
            if (!touchpoints.equals(due.apply(order))) {
                violations.add("order " + order + " had " + touchpoints + " instead of " + due.apply(order));
            }
        });
    }

    private void letters(List<String> violations) {
        var known = jdbc.sql("select message_id from messages where state = 'ACCEPTED'")
                .query(String.class)
                .set();
        var mails = mails();
        mails.forEach((id, copies) -> {
            if (!known.contains(id)) {
                violations.add("a mail the ledger does not know: " + id);
            }
            if (copies.stream().collect(mapping(Receipt::digest, toSet())).size() > 1) {
                violations.add("copies of one mail that differ: " + id);
            }
        });
        known.stream()
                .filter(id -> !mails.containsKey(id))
                .forEach(id -> violations.add("accepted, says the ledger, but no mail came: " + id));
    }

    private static void count(JdbcClient jdbc, List<String> violations, String what, String sql) {
        var count = jdbc.sql(sql).query(Integer.class).single();
        if (count > 0) {
            violations.add(count + " " + what);
        }
    }
}
