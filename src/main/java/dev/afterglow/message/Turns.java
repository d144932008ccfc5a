package dev.afterglow.message;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.stereotype.Repository;

/** Whose turn it is to write to a customer; asked and answered in the ledger's transaction. */
@Repository
class Turns {

    private final LedgerConnections connections;

    Turns(LedgerConnections connections) {
        this.connections = connections;
    }

    /** Of two messages that were let go at the same instant, one finds that the other has written since. */
    boolean take(Message message, Instant now) {
        var turn = message.turn();
        return turn == null
                || connections
                                .jdbc()
                                .sql("""
                                        update customers set last_contact_at = :now
                                        where id = :customer
                                          and last_contact_at is not distinct from cast(:seen as timestamp with time zone)
                                        """)
                                .param("now", Timestamp.from(now))
                                .param("customer", turn.customer().value())
                                .param("seen", turn.lastContact() == null ? null : Timestamp.from(turn.lastContact()))
                                .update()
                        > 0;
    }

    /** Puts back what was taken for a message that did not leave, unless somebody has written since. */
    void giveBack(Message message, Claim.Granted claim) {
        var turn = message.turn();
        if (turn != null && claim.turnAt() != null) {
            connections
                    .jdbc()
                    .sql("""
                            update customers set last_contact_at = cast(:seen as timestamp with time zone)
                            where id = :customer and last_contact_at = :taken
                            """)
                    .param("seen", turn.lastContact() == null ? null : Timestamp.from(turn.lastContact()))
                    .param("customer", turn.customer().value())
                    .param("taken", Timestamp.from(claim.turnAt()))
                    .update();
        }
    }
}
