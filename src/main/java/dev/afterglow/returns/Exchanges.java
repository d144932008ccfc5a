package dev.afterglow.returns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The follow-up orders the shop owes. */
@Repository
public class Exchanges {

    private final JdbcClient jdbc;
    private final Clock clock;

    Exchanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is owed for a return, or nothing. */
    public Optional<Exchange> of(ReturnId id) {
        return jdbc.sql("select * from exchanges where return_id = :id")
                .param("id", id.value())
                .query(Exchanges::read)
                .optional();
    }

    /** The exchanges that stand there, the oldest first, so many at most. */
    public List<Exchange> in(Exchange.State state, int most) {
        return jdbc.sql("""
                        select * from exchanges where state = :state
                        order by granted_at, return_id fetch first :most rows only
                        """)
                .param("state", state.name())
                .param("most", most)
                .query(Exchanges::read)
                .list();
    }

    /** Owes it once; answers whether it was not yet. */
    boolean grant(ReturnId id, @Nullable String wish) {
        return jdbc.sql("""
                                insert into exchanges (return_id, state, wish, granted_at, changed_at)
                                select cast(:id as bigint), 'GRANTED', cast(:wish as varchar(300)),
                                  cast(:now as timestamp with time zone), cast(:now as timestamp with time zone)
                                where not exists (select 1 from exchanges where return_id = :id)
                                """)
                        .param("id", id.value())
                        .param("wish", wish)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }

    private static Exchange read(ResultSet row, int number) throws SQLException {
        return new Exchange(
                new ReturnId(row.getLong("return_id")),
                Exchange.State.valueOf(row.getString("state")),
                row.getString("wish"),
                row.getString("follow_up_number"),
                row.getTimestamp("granted_at").toInstant());
    }

    /** Settles or ends what is still owed; answers whether it was. */
    boolean move(ReturnId id, Exchange.State to, @Nullable String followUpNumber) {
        return jdbc.sql("""
                                update exchanges set state = :to, follow_up_number = :number, changed_at = :now
                                where return_id = :id and state = 'GRANTED'
                                """)
                        .param("to", to.name())
                        .param("number", followUpNumber)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id.value())
                        .update()
                > 0;
    }
}
