package dev.afterglow.benchmark;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets the subjects of one database work in turn, round by round, and keeps what each step cost. */
final class Rounds {

    /** Until the compilers of the virtual machines have done what they do. */
    private static final int WARM_UP = 4_000;

    /** Some peers read their whole table of jobs for every few timers; from here on they are asked for fewer. */
    private static final long LARGE = 100_000;

    private final List<Peer> peers;
    private final Figures figures;
    private final int rounds;
    private final int orders;

    Rounds(List<Peer> peers, Figures figures, int rounds, int orders) {
        this.peers = peers;
        this.figures = figures;
        this.rounds = rounds;
        this.orders = orders;
    }

    void warmUp() {
        for (var done = 0; done < WARM_UP; done += orders) {
            peers.forEach(peer -> round(peer, null, orders));
        }
    }

    void measureAt(long waiting) {
        var each = waiting < LARGE ? orders : Math.max(1, orders / 5);
        for (var round = 0; round < rounds; round++) {
            peers.forEach(peer -> round(peer, waiting, each));
        }
    }

    void fill(long before, long waiting) {
        peers.forEach(peer -> fill(peer, before, waiting));
    }

    private void fill(Peer peer, long before, long waiting) {
        peer.child().run("start", 1);
        peer.child().run("settle", 1);
        peer.database().park();
        var rows = peer.database().rows();
        var bytes = peer.database().bytes();
        peer.database().fillTo(waiting);
        var added = (double) (waiting - before);
        add(peer, "waiting_rows", waiting, (peer.database().rows() - rows) / added);
        add(peer, "waiting_bytes", waiting, (peer.database().bytes() - bytes) / added);
    }

    private void round(Peer peer, @Nullable Long waiting, int each) {
        step(peer, "start", waiting, each);
        peer.child().run("settle", 1);
        step(peer, "fire", waiting, each);
        peer.database().park();
    }

    private void step(Peer peer, String step, @Nullable Long waiting, int each) {
        var wal = peer.database().wal();
        var cpu = peer.database().cpu();
        var used = peer.child().run(step, each);
        if (waiting != null) {
            add(peer, step + "_statements", waiting, used.statements() / each);
            wal.ifPresent(before -> add(
                    peer,
                    step + "_wal_bytes",
                    waiting,
                    (double) (peer.database().wal().orElseThrow() - before) / each));
            add(peer, step + "_cpu_ms", waiting, (used.cpu() + peer.database().cpu() - cpu) / each);
            add(peer, step + "_ms", waiting, used.wall() / each);
        }
    }

    private void add(Peer peer, String metric, long waiting, double value) {
        figures.add(new Figures.Key(peer.name(), peer.database().name(), metric, waiting), value);
    }
}
