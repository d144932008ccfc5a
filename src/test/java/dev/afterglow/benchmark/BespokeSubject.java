package dev.afterglow.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/** The limit: one table, one row per order, one transaction per step, and nothing an engine gives. */
public final class BespokeSubject implements Subject {

    private final DataSource pool;

    private BespokeSubject(String url) {
        pool = Subject.pool(url);
        transaction(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("""
                        create table act_waiting (id_ varchar(64) primary key, proc_inst_id_ varchar(64), step integer,
                          duedate_ timestamp)
                        """);
                statement.execute("create index act_waiting_due on act_waiting (duedate_)");
            }
        });
    }

    /** {@code url}. */
    public static void main(String[] arguments) {
        Subject.serve(new BespokeSubject(arguments[0]));
    }

    @Override
    public void start(int orders) {
        for (var order = 0; order < orders; order++) {
            var id = UUID.randomUUID().toString();
            transaction(connection -> {
                try (var insert = connection.prepareStatement("insert into act_waiting values (?, ?, 1, now())")) {
                    insert.setString(1, id);
                    insert.setString(2, id);
                    insert.executeUpdate();
                }
            });
        }
    }

    @Override
    public void fire(int orders) {
        for (var order = 0; order < orders; order++) {
            transaction(BespokeSubject::fireOne);
        }
    }

    private static void fireOne(Connection connection) throws SQLException {
        try (var due = connection.prepareStatement("""
                        select id_ from act_waiting where duedate_ <= now() order by duedate_ limit 1
                        for update skip locked
                        """);
                var update = connection.prepareStatement(
                        "update act_waiting set step = step + 1, duedate_ = ? where id_ = ?")) {
            try (var row = due.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("Nothing is due");
                }
                update.setTimestamp(1, Timestamp.from(Instant.now().plus(Duration.ofDays(400))));
                update.setString(2, row.getString(1));
            }
            update.executeUpdate();
        }
    }

    private void transaction(Work work) {
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            work.in(connection);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Work {
        void in(Connection connection) throws SQLException;
    }
}
