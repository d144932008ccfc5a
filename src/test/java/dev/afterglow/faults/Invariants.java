package dev.afterglow.faults;

import dev.afterglow.ScriptedMailServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds what the mail server saw against what the database says, after every fault. */
public class Invariants {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (\\S+)$");

    private final JdbcClient jdbc;
    private final ScriptedMailServer server;

    Invariants(DataSource database, ScriptedMailServer server) {
        this.jdbc = JdbcClient.create(database);
        this.server = server;
    }

    private Map<String, List<String>> mails() {
        return server.taken().stream().collect(Collectors.groupingBy(Invariants::idOf));
    }

    /** The id a mail carries. */
    static String idOf(String mail) {
        var id = MESSAGE_ID.matcher(mail);
        return id.find() ? id.group(1) : "none";
    }

    /** Mails that came more than once, over all. */
    int duplicates() {
        return mails().values().stream().mapToInt(copies -> copies.size() - 1).sum();
    }

    /** How many messages the ledger holds as taken. */
    int accepted() {
        return jdbc.sql("select count(*) from messages where state = 'ACCEPTED'")
                .query(Integer.class)
                .single();
    }

    /** What is still violated when everything had its time: an order nobody got an answer about may just be starting. */
    List<String> violationsInTheEnd(Set<String> acknowledged, Set<String> touchpoints) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var violations = violations(acknowledged, touchpoints);
        while (!violations.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(1_000);
            violations = violations(acknowledged, touchpoints);
        }
        return violations;
    }

    /**
     * Everything that must never be.
     *
     * @param acknowledged the external ids of orders that were answered with 2xx
     * @param touchpoints what every one of them was due
     */
    List<String> violations(Set<String> acknowledged, Set<String> touchpoints) {
        var violations = new ArrayList<String>();
        var orders = new HashMap<String, Long>();
        jdbc.sql("select external_id, id from orders").query(row -> {
            orders.put(row.getString(1), row.getLong(2));
        });
        lost(acknowledged, orders, violations);
        for (var order : orders.values()) {
            outcomes(order, touchpoints, violations);
        }
        letters(violations);
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

    private static void lost(Set<String> acknowledged, Map<String, Long> orders, List<String> violations) {
        var lost = new HashSet<>(acknowledged);
        lost.removeAll(orders.keySet());
        if (!lost.isEmpty()) {
            violations.add(lost.size() + " acknowledged orders are lost: " + lost);
        }
    }

    private void outcomes(long order, Set<String> touchpoints, List<String> violations) {
        var found = jdbc.sql("select touchpoint from messages where order_id = :order and state = 'ACCEPTED'")
                .param("order", order)
                .query(String.class)
                .set();
        if (!found.equals(touchpoints)) {
            violations.add("order " + order + " had " + found + " instead of " + touchpoints);
        }
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
            if (Set.copyOf(copies).size() > 1) {
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
