package dev.afterglow.message;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Which part of the send rate is this node's. Nodes divide it evenly, by leases in the database renewed every few
 * seconds: a newcomer waits until the others have given way, so that the parts never add up to more than the whole, and
 * no message costs a statement. An H2 database belongs to one node, which has it all.
 */
@Component
class SendShare implements DisposableBean {

    static final int WHOLE = 1000;

    private static final Logger log = LoggerFactory.getLogger(SendShare.class);
    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final String LEASE_END = "current_timestamp + interval '" + LEASE.toSeconds() + "' second";

    /** What the others hold, and how many they are. */
    private record Others(int share, int nodes) {}

    private final LedgerConnections connections;
    private final String node = UUID.randomUUID().toString();
    private final boolean alone;
    private volatile int share;
    private volatile long until = System.nanoTime();
    private volatile boolean sends;

    SendShare(LedgerConnections connections, @Value("${spring.datasource.url}") String database) {
        this.connections = connections;
        this.alone = database.toLowerCase(Locale.ROOT).startsWith("jdbc:h2:");
        this.share = alone ? WHOLE : 0;
    }

    /** In thousandths; none when the lease ran out, because then another node may have taken it. */
    int thousandths() {
        if (!sends) {
            sends = true;
            renew();
        }
        return held();
    }

    /** The same, without asking for a part. */
    int held() {
        return alone || until - System.nanoTime() > 0 ? share : 0;
    }

    /** Takes the part that is due to this node, or as much of it as the others leave; one that never sends needs none. */
    @Scheduled(fixedRateString = "PT4S")
    synchronized void renew() {
        if (alone || !sends) {
            return;
        }
        // Counted from before the database does: here the lease ends first.
        var lease = System.nanoTime() + LEASE.toNanos();
        try {
            var granted = connections.transactions().execute(status -> take());
            share = granted == null ? 0 : granted;
            until = lease;
        } catch (DataAccessException | TransactionException e) {
            log.warn("This node could not renew its part of the send rate: {}", e.getMessage());
        }
    }

    @Override
    public void destroy() {
        if (!alone) {
            share = 0;
            try {
                connections
                        .jdbc()
                        .sql("delete from sending_nodes where node = :node")
                        .param("node", node)
                        .update();
            } catch (DataAccessException e) {
                log.info("The part of the send rate this node held is free in {} seconds", LEASE.toSeconds());
            }
        }
    }

    private int take() {
        connections
                .jdbc()
                .sql("select node from sending_nodes where node = 'lock' for update")
                .query(String.class)
                .single();
        var others = connections
                .jdbc()
                .sql("""
                        select coalesce(sum(share), 0) as share, count(*) as nodes from sending_nodes
                        where node <> :node and lease_until > current_timestamp
                        """)
                .param("node", node)
                .query((row, number) -> new Others(row.getInt("share"), row.getInt("nodes")))
                .single();
        var granted = Math.min(WHOLE / (others.nodes() + 1), WHOLE - others.share());
        if (granted < share) {
            // Given up here before anybody else can see it as free.
            share = granted;
        }
        var updated = connections
                .jdbc()
                .sql("update sending_nodes set share = :share, lease_until = " + LEASE_END + " where node = :node")
                .param("share", granted)
                .param("node", node)
                .update();
        if (updated == 0) {
            connections
                    .jdbc()
                    .sql("insert into sending_nodes (node, share, lease_until) values (:node, :share, " + LEASE_END
                            + ")")
                    .param("share", granted)
                    .param("node", node)
                    .update();
            forgetTheDead();
        }
        return granted;
    }

    private void forgetTheDead() {
        connections
                .jdbc()
                .sql("delete from sending_nodes where node <> 'lock' and lease_until < current_timestamp")
                .update();
    }
}
