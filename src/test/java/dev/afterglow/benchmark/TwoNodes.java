package dev.afterglow.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One node and two on the same PostgreSQL, each with one thread beside that of its job acquisition, while the mail
 * server takes its time: what is waited for is what a second node can win. Few threads, because both nodes, the database
 * and the mail server share the machine's cores here.
 */
final class TwoNodes implements AutoCloseable {

    private static final int ORDERS = 400;

    /** Before it the nodes wake up, after it one may have nothing left while the other has: neither is the rate. */
    private static final int EDGE = ORDERS / 10;

    private static final int WARM_UP = 3;

    private static final String[] ONE_THREAD = {
        "--server.port=0", "--camunda.bpm.job-execution.core-pool-size=1", "--camunda.bpm.job-execution.max-pool-size=1"
    };

    private final NullMailServer mail;
    private final Figures figures;
    private final Peer one;
    private final Peer other;

    TwoNodes(Server server, NullMailServer mail, Figures figures) throws IOException {
        this.mail = mail;
        this.figures = figures;
        var place = server.create("nodes");
        this.one = Peer.node("node-one", place, mail, ONE_THREAD);
        this.other = Peer.node("node-other", place, mail, ONE_THREAD);
    }

    void measure(int rounds) {
        warmUp();
        for (var round = 0; round < rounds; round++) {
            add("one-node", rate(List.of(round % 2 == 0 ? one : other)));
            add("two-nodes", rate(List.of(one, other)));
        }
    }

    /** Each by itself, then until both have their share of the rate of sending: a node that joins waits for it. */
    private void warmUp() {
        for (var lap = 0; lap < WARM_UP; lap++) {
            for (var node : List.of(one, other)) {
                getReady();
                drain(List.of(node));
            }
        }
        do {
            getReady();
            mail.taken();
            drain(List.of(one, other));
        } while (mail.taken().size() < ORDERS);
    }

    /** Touchpoints per second. */
    private double rate(List<Peer> nodes) {
        getReady();
        mail.taken();
        drain(nodes);
        var moments = mail.taken();
        if (moments.size() != ORDERS) {
            throw new IllegalStateException(ORDERS + " touchpoints were due, the mail server took " + moments.size());
        }
        var last = ORDERS - EDGE;
        return (last - EDGE) / ((moments.get(last) - moments.get(EDGE)) / 1e9);
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
