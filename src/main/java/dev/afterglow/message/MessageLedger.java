package dev.afterglow.message;

import dev.afterglow.customer.Suppressions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decides who may send a message, in transactions of its own, whatever becomes of the job that asked for it. */
@Repository
class MessageLedger {

    /** More than the engine tries by itself: a person has asked for it again since. */
    private static final int MOST_ATTEMPTS = 8;

    private final LedgerConnections connections;
    private final MessageIds ids;
    private final FrozenFacts frozen;
    private final Turns turns;
    private final Suppressions suppressions;
    private final Clock clock;
    private final String leaseEnd;

    MessageLedger(
            LedgerConnections connections,
            MessageIds ids,
            FrozenFacts frozen,
            Turns turns,
            Suppressions suppressions,
            Clock clock,
            MessageSettings settings) {
        this.connections = connections;
        this.ids = ids;
        this.frozen = frozen;
        this.turns = turns;
        this.suppressions = suppressions;
        this.clock = clock;
        this.leaseEnd = "current_timestamp + interval '" + settings.lease().toSeconds() + "' second";
    }

    /** Claims the message for one attempt; leases run on the database's clock, the only one all nodes share. */
    Claim claim(Message message, boolean atMostOnce) {
        try {
            return connections.transactions().execute(status -> claimFirst(message));
        } catch (DuplicateKeyException e) {
            return connections.transactions().execute(status -> claimAgain(message, atMostOnce));
        }
    }

    private Claim claimFirst(Message message) {
        var token = UUID.randomUUID();
        var now = clock.instant();
        if (!turns.take(message, now)) {
            return new Claim.TurnLost();
        }
        var insert = connections
                .jdbc()
                .sql("""
                        insert into messages
                          (order_id, touchpoint, occurrence, purpose, rule_id, state, claim_token, lease_until, attempts,
                           message_id, facts, created_at, channel, recipient_hash)
                        values
                          (:order, :touchpoint, :occurrence, :purpose, :rule, 'SENDING', :token, %s, 1,
                           :messageId, :facts, :now, :channel, :recipient)
                        """.formatted(leaseEnd))
                .param("token", token)
                .param("purpose", message.purpose().name())
                .param("rule", message.rule())
                .param("messageId", ids.of(message.key()))
                .param("facts", frozen.write(message.facts()))
                .param("now", Timestamp.from(now))
                .param("channel", message.route().channel().name())
                .param("recipient", suppressions.hash(message.recipient().email()));
        keyed(insert, message.key()).update();
        return new Claim.Granted(message.key(), token, 1, message.facts(), now, message.turn() == null ? null : now);
    }

    private Claim claimAgain(Message message, boolean atMostOnce) {
        var key = message.key();
        var select = connections.jdbc().sql("""
                        select state, reason, attempts, facts, created_at, lease_until, held_until, channel,
                               lease_until > current_timestamp as busy
                        from messages
                        where order_id = :order and touchpoint = :touchpoint and occurrence = :occurrence
                        for update
                        """);
        return keyed(select, key)
                .query((row, number) -> claim(message, row, atMostOnce))
                .single();
    }

    private Claim claim(Message message, ResultSet row, boolean atMostOnce) throws SQLException {
        var status = Outcome.Status.valueOf(row.getString("state"));
        if (status.isFinal()) {
            var reason = Optional.ofNullable(row.getString("reason")).map(Outcome.Reason::valueOf);
            return new Claim.Settled(new Outcome(status, reason.orElse(null), null));
        }
        if (row.getBoolean("busy")) {
            return new Claim.Busy(row.getTimestamp("lease_until").toInstant());
        }
        if (status == Outcome.Status.SENDING && (atMostOnce || wentAnotherWay(message, row))) {
            return giveUp(message.key(), Outcome.Status.UNCERTAIN, row.getInt("attempts"));
        }
        if (row.getInt("attempts") >= MOST_ATTEMPTS) {
            return giveUp(message.key(), Outcome.Status.FAILED, row.getInt("attempts"));
        }
        var now = clock.instant();
        if (!turns.take(message, now)) {
            return new Claim.TurnLost();
        }
        var token = UUID.randomUUID();
        var text = row.getString("facts");
        var facts = text == null ? message.facts() : frozen.read(text);
        var update = connections
                .jdbc()
                .sql("""
                        update messages set state = 'SENDING', reason = null, claim_token = :token, lease_until = %s,
                          held_until = null, attempts = attempts + 1, message_id = :messageId, facts = :facts,
                          channel = :channel, recipient_hash = :recipient
                        where order_id = :order and touchpoint = :touchpoint and occurrence = :occurrence
                        """.formatted(leaseEnd))
                .param("token", token)
                .param("messageId", ids.of(message.key()))
                .param("facts", frozen.write(facts))
                .param("channel", message.route().channel().name())
                .param("recipient", suppressions.hash(message.recipient().email()));
        keyed(update, message.key()).update();
        return new Claim.Granted(
                message.key(),
                token,
                row.getInt("attempts") + 1,
                facts,
                row.getTimestamp("created_at").toInstant(),
                message.turn() == null ? null : now);
    }

    /** What may have reached her one way is not said again another way. */
    private static boolean wentAnotherWay(Message message, ResultSet row) throws SQLException {
        var before = row.getString("channel");
        return before != null && !before.equals(message.route().channel().name());
    }

    private Claim giveUp(MessageKey key, Outcome.Status status, int attempts) {
        var update =
                connections.jdbc().sql("""
                        update messages set state = :state, settled_at = :now, lease_until = null
                        where order_id = :order and touchpoint = :touchpoint and occurrence = :occurrence
                        """).param("state", status.name()).param("now", Timestamp.from(clock.instant()));
        keyed(update, key).update();
        return new Claim.GivenUp(status, attempts);
    }

    static JdbcClient.StatementSpec keyed(JdbcClient.StatementSpec statement, MessageKey key) {
        return statement
                .param("order", key.order())
                .param("touchpoint", key.touchpoint())
                .param("occurrence", key.occurrence());
    }
}
