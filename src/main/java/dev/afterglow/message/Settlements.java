package dev.afterglow.message;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Keeps how claimed messages ended, in transactions of its own: what the other side took stays taken, whatever becomes
 * of the job that asked for it.
 */
@Repository
class Settlements {

    private static final int LONGEST_REPLY = 300;

    private final LedgerConnections connections;
    private final Turns turns;
    private final Clock clock;

    Settlements(LedgerConnections connections, Turns turns, Clock clock) {
        this.connections = connections;
        this.turns = turns;
        this.clock = clock;
    }

    /** Keeps the other side's answer; an answer to a claim that was lost meanwhile changes nothing. */
    boolean settle(Claim.Granted claim, Outcome.Status status, @Nullable String reply) {
        var settled = connections
                .jdbc()
                .sql("""
                        update messages set state = :state, smtp_reply = :reply, settled_at = :now, lease_until = null
                        where order_id = :order and touchpoint = :touchpoint and occurrence = :occurrence
                          and claim_token = :token
                        """)
                .param("state", status.name())
                .param("reply", Claim.reply(reply, LONGEST_REPLY))
                .param("now", Timestamp.from(clock.instant()))
                .param("token", claim.token());
        return MessageLedger.keyed(settled, claim.key()).update() > 0;
    }

    /** Keeps why it was not sent and gives the turn back: whoever comes next does not wait for a mail that never was. */
    void settleForRetry(Message message, Claim.Granted claim, @Nullable String reply) {
        connections.transactions().executeWithoutResult(status -> {
            if (settle(claim, Outcome.Status.RETRY, reply)) {
                turns.giveBack(message, claim);
            }
        });
    }

    /** Refused on this way and free to go the other: nothing was said, so the attempts begin anew. */
    void passOn(Message message, Claim.Granted claim, @Nullable String reply) {
        connections.transactions().executeWithoutResult(status -> {
            settleForRetry(message, claim, reply);
            var passed = connections
                    .jdbc()
                    .sql("""
                            update messages set channel = :channel, attempts = 0
                            where order_id = :order and touchpoint = :touchpoint and occurrence = :occurrence
                              and claim_token = :token
                            """)
                    .param(
                            "channel",
                            Objects.requireNonNull(message.route().fallback()).name())
                    .param("token", claim.token());
            MessageLedger.keyed(passed, claim.key()).update();
        });
    }

    /** Takes an attempt back that the other side never looked at. */
    void release(Message message, Claim.Granted claim, @Nullable String reply) {
        connections.transactions().executeWithoutResult(status -> {
            var released = connections.jdbc().sql("""
                            update messages set attempts = attempts - 1
                            where order_id = :order and touchpoint = :touchpoint and occurrence = :occurrence
                              and claim_token = :token
                            """).param("token", claim.token());
            if (MessageLedger.keyed(released, claim.key()).update() > 0) {
                settleForRetry(message, claim, reply);
            }
        });
    }
}
