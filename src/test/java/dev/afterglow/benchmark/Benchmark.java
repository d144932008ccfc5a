package dev.afterglow.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures the product beside its peers on one PostgreSQL, in interleaved rounds: {@code mvn -Pbenchmark verify}. The
 * properties {@code benchmark.waiting} (numbers of waiting orders, ascending), {@code benchmark.rounds} and
 * {@code benchmark.orders} make it longer.
 */
public final class Benchmark {

    private static final int WARM_UP = 2;

    private final List<Peer> peers = new ArrayList<>();
    private final Figures figures = new Figures();
    private final int rounds = Integer.getInteger("benchmark.rounds", 3);
    private final int orders = Integer.getInteger("benchmark.orders", 100);

    private Benchmark() {}

    /** No arguments. */
    public static void main(String[] arguments) throws IOException {
        var began = System.nanoTime();
        try (var server = EmbeddedPostgres.builder()
                        // Page images after a checkpoint and a vacuum in between would make two runs differ.
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("autovacuum", "off")
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("shared_buffers", "512MB")
                        .start();
                var mail = new NullMailServer()) {
            new Benchmark().run(server, mail);
        }
        System.out.printf("Measured in %d s.%n", (System.nanoTime() - began) / 1_000_000_000);
        System.exit(0);
    }

    private void run(EmbeddedPostgres server, NullMailServer mail) throws IOException {
        try {
            peers.add(Peer.of(server, "afterglow", AfterglowSubject.class, Integer.toString(mail.port())));
            peers.add(Peer.of(server, "afterglow-engine", CamundaSubject.class, "tuned"));
            peers.add(Peer.of(server, "camunda", CamundaSubject.class, "stock"));
            peers.add(Peer.operaton(server));
            peers.add(Peer.flowable(server));
            peers.add(Peer.of(server, "bespoke", BespokeSubject.class));
            measure();
        } finally {
            for (var peer : peers) {
                peer.close();
            }
        }
        figures.write();
    }

    private void measure() {
        for (var round = 0; round < WARM_UP; round++) {
            peers.forEach(peer -> round(peer, null));
        }
        var before = 0L;
        for (var waiting : levels()) {
            for (var peer : peers) {
                fill(peer, before, waiting);
            }
            for (var round = 0; round < rounds; round++) {
                peers.forEach(peer -> round(peer, waiting));
            }
            System.out.printf("%,d waiting orders: measured%n", waiting);
            before = waiting;
        }
    }

    private static List<Long> levels() {
        return Arrays.stream(
                        System.getProperty("benchmark.waiting", "1000,10000").split(","))
                .map(Long::valueOf)
                .toList();
    }

    private void fill(Peer peer, long before, long waiting) {
        peer.child().run("start", 1);
        peer.child().run("settle", 1);
        peer.database().park();
        var rows = peer.database().rows();
        var bytes = peer.database().bytes();
        peer.database().fillTo(waiting);
        var added = (double) (waiting - before);
        figures.add(peer.name(), "waiting_rows", waiting, (peer.database().rows() - rows) / added);
        figures.add(peer.name(), "waiting_bytes", waiting, (peer.database().bytes() - bytes) / added);
    }

    private void round(Peer peer, Long waiting) {
        operation(peer, "start", waiting);
        peer.child().run("settle", 1);
        operation(peer, "fire", waiting);
        peer.database().park();
    }

    private void operation(Peer peer, String command, Long waiting) {
        var wal = peer.database().wal();
        var cpu = peer.database().cpu();
        var used = peer.child().run(command, orders);
        if (waiting != null) {
            figures.add(peer.name(), command + "_statements", waiting, used.statements());
            figures.add(
                    peer.name(),
                    command + "_wal_bytes",
                    waiting,
                    (double) (peer.database().wal() - wal) / orders);
            figures.add(peer.name(), command + "_cpu_ms_application", waiting, used.cpu());
            figures.add(
                    peer.name(),
                    command + "_cpu_ms_database",
                    waiting,
                    (peer.database().cpu() - cpu) / orders);
            figures.add(peer.name(), command + "_ms", waiting, used.wall());
        }
    }
}
