package dev.afterglow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.ScriptedMailServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Kills nodes with SIGKILL at random moments while a shop tells of orders and mails leave. */
class Killing {

    static final int ORDERS = Scale.of("orders", 30, 10_000);
    static final int KILLS = Scale.of("kills", 2, 50);

    /** How long the mail server takes to answer the final dot: the longer, the more often a kill falls in between. */
    static final Duration ANSWER = Duration.ofMillis(Long.getLong("faults.answer-millis", 150));

    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());
    /** The job executor's eight, and its acquisition, which lends them a hand when all are busy. */
    private static final int THREADS = 8 + 1;

    /** An answer is written down at once, on a busy machine a little later: no hand-over outlives its deadline. */
    private static final Duration WINDOW = Node.DEADLINE.plus(ANSWER);

    private final Random random = new Random(SEED);
    private final List<Instant> kills = new ArrayList<>();
    private final List<Node> nodes;
    private final Shop shop;
    private final ScriptedMailServer mails;
    private int duplicatesBefore;

    Killing(List<Node> nodes, Shop shop, ScriptedMailServer mails) {
        this.nodes = nodes;
        this.shop = shop;
        this.mails = mails;
    }

    void run(String prefix) throws Exception {
        var before = mails.count();
        duplicatesBefore = duplicates();
        var telling = shop.tellsOf(prefix, ORDERS);
        try {
            for (var kill = 1; kill <= KILLS; kill++) {
                await(mails, before + 2 * ORDERS * kill / (KILLS + 2));
                Thread.sleep(random.nextInt(200));
                var node = nodes.get(kill % nodes.size());
                kills.add(Instant.now());
                node.kill();
                node.start().ready();
            }
            telling.join(Duration.ofMinutes(30).toMillis());
            await(mails, before + 2 * ORDERS);
        } finally {
            shop.close();
        }
    }

    void check(String where, Invariants invariants) throws InterruptedException {
        var violations = invariants.violationsInTheEnd(shop.acknowledged());
        var unexplained = invariants.unexplainedDuplicates(kills, WINDOW);
        Figures.print(
                "kill -9, " + where,
                "%d orders, %d kills, seed %d: %d orders acknowledged in all, %d messages accepted, %d duplicates (at most %d"
                        + " allowed), %d of them outside the window of an answer, %d violations",
                ORDERS,
                KILLS,
                SEED,
                shop.acknowledged().size(),
                invariants.accepted(),
                duplicates() - duplicatesBefore,
                THREADS * KILLS,
                unexplained.size(),
                violations.size());
        assertThat(violations).isEmpty();
        assertThat(unexplained).isEmpty();
        assertThat(duplicates() - duplicatesBefore).isLessThanOrEqualTo(THREADS * KILLS);
    }

    private int duplicates() {
        return mails.receipts().size() - mails.count();
    }

    /** What a dead node had claimed is taken up when its lease and the lock of its job have run out. */
    void untilEverythingIsWrittenDown() throws InterruptedException {
        var calm = kills.get(kills.size() - 1).plus(Node.TAKEN_UP_AFTER);
        Thread.sleep(Math.max(2_000, Duration.between(Instant.now(), calm).toMillis()));
    }

    /** Waits until so many different mails came, or nothing comes any more. */
    static void await(ScriptedMailServer mails, int count) throws InterruptedException {
        var end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        for (var seen = mails.count(); seen < count && System.nanoTime() < end; ) {
            Thread.sleep(50);
            if (mails.count() > seen) {
                seen = mails.count();
                end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
            }
        }
    }
}
