package dev.afterglow.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One node and two on the same PostgreSQL, each with two threads of its own executor, while the mail server takes its
 * time: what is waited for is what a second node can win. Few threads, because both nodes, the database and the mail
 * server share the machine's cores here.
 */
final class TwoNodes implements AutoCloseable {

    private static final int ORDERS = 240;
    private static final String[] TWO_THREADS = {
        "--server.port=0", "--camunda.bpm.job-execution.core-pool-size=2", "--camunda.bpm.job-execution.max-pool-size=2"
    };

    private final NullMailServer mail;
    private final Figures figures;
    private final Peer one;
    private final Peer other;

    TwoNodes(Server server, NullMailServer mail, Figures figures) throws IOException {
        this.mail = mail;
        this.figures = figures;
        var place = server.create("nodes");
        this.one = Peer.node("node-one", place, mail, TWO_THREADS);
        this.other = Peer.node("node-other", place, mail, TWO_THREADS);
    }

    void measure(int rounds) {
        warmUp();
        for (var round = 0; round < rounds; round++) {
            add("one-node", rate(List.of(one)));
            add("two-nodes", rate(List.of(one, other)));
        }
    }

    /** Until both have their share of the rate of sending, too: a node that joins waits for it. */
    private void warmUp() {
        for (var taken = 0L; taken < ORDERS; ) {
            var before = mail.taken();
            getReady();
            drain(List.of(one, other));
            taken = mail.taken() - before - ORDERS;
        }
    }

    /** Touchpoints per second. */
    private double rate(List<Peer> nodes) {
        getReady();
        var before = mail.taken();
        var began = System.nanoTime();
        drain(nodes);
        var seconds = (System.nanoTime() - began) / 1e9;
        if (mail.taken() - before != ORDERS) {
            throw new IllegalStateException(
                    ORDERS + " touchpoints were due, the mail server took " + (mail.taken() - before));
        }
        return ORDERS / seconds;
    }

    private void getReady() {
        one.database().park();
        one.child().run("start", ORDERS);
        one.child().run("settle", 1);
        other.child().run("settle", 1);
    }

    private static void drain(List<Peer> nodes) {
        CompletableFuture.allOf(nodes.stream()
                        .map(node ->
                                CompletableFuture.runAsync(() -> node.child().run("drain", ORDERS)))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private void add(String subject, double rate) {
        figures.add(new Figures.Key(subject, one.database().name(), "touchpoints_per_s", 0), rate);
    }

    @Override
    public void close() throws IOException {
        one.close();
        other.close();
    }
}
