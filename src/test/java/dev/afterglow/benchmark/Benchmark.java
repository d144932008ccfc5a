package dev.afterglow.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures the product beside its peers on PostgreSQL and H2, in interleaved rounds, and two nodes beside one: {@code mvn
 * -Pbenchmark verify}. The properties {@code benchmark.waiting} (numbers of waiting orders, ascending), {@code
 * benchmark.rounds}, {@code benchmark.orders} and {@code benchmark.imported} make it longer.
 */
public final class Benchmark {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration AS_A_RELAY = Duration.ofMillis(50);

    private final Figures figures = new Figures();
    private final int rounds = Integer.getInteger("benchmark.rounds", 5);
    private final int orders = Integer.getInteger("benchmark.orders", 100);

    private Benchmark() {}

    /** No arguments. */
    public static void main(String[] arguments) throws IOException {
        var began = System.nanoTime();
        new Benchmark().run();
        System.out.printf("Measured in %d s.%n", (System.nanoTime() - began) / 1_000_000_000);
        System.exit(0);
    }

    private void run() throws IOException {
        try (var postgres = Server.postgres();
                var mail = new NullMailServer(AS_A_RELAY);
                var nodes = new TwoNodes(postgres, mail, figures)) {
            nodes.measure(rounds);
            figures.write();
            System.out.println("One node and two: measured");
            new Imports(postgres, figures).measure(Integer.getInteger("benchmark.imported", 5_000));
        }
        try (var h2 = Server.h2();
                var mail = new NullMailServer(AT_ONCE)) {
            beside(h2, mail, List.of());
        }
        try (var postgres = Server.postgres();
                var mail = new NullMailServer(AT_ONCE)) {
            beside(postgres, mail, levels());
        }
        figures.write();
        System.out.println(new Report(figures).text());
    }

    private void beside(Server server, NullMailServer mail, List<Long> levels) throws IOException {
        var port = freePort();
        var peers = new ArrayList<Peer>();
        try {
            peers.add(Peer.afterglow(server, mail, port));
            peers.add(Peer.engine(server));
            peers.add(Peer.camunda(server));
            peers.add(Peer.operaton(server));
            peers.add(Peer.flowable(server));
            peers.add(Peer.bespoke(server));
            measure(new Rounds(peers, figures, rounds, orders), levels);
            if (!levels.isEmpty()) {
                new Pages(peers.get(0), port, figures, levels.get(levels.size() - 1)).measure();
            }
        } finally {
            for (var peer : peers) {
                peer.close();
            }
        }
    }

    private void measure(Rounds all, List<Long> levels) throws IOException {
        all.warmUp();
        all.measureAt(0);
        var before = 0L;
        for (var waiting : levels) {
            all.fill(before, waiting);
            all.measureAt(waiting);
            System.out.printf("%,d waiting orders: measured%n", waiting);
            figures.write();
            before = waiting;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static List<Long> levels() {
        return Arrays.stream(
                        System.getProperty("benchmark.waiting", "1000,10000").split(","))
                .map(Long::valueOf)
                .toList();
    }
}
