package dev.afterglow.benchmark;

import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** H2 in its subject's process, which is where its CPU is used; it is for small shops and never made full. */
final class H2Database implements Database {

    private static final String TIMERS = """
            select c.table_name from information_schema.columns c join information_schema.tables t
              on t.table_name = c.table_name and t.table_schema = c.table_schema
            where c.table_schema = 'PUBLIC' and c.column_name = 'DUEDATE_' and c.table_name like 'ACT@_%' escape '@'
              and t.table_type = 'BASE TABLE'
            """;

    private final JdbcClient jdbc;

    H2Database(String url) {
        jdbc = JdbcClient.create(new SingleConnectionDataSource(url, "sa", "", true));
    }

    @Override
    public String name() {
        return "h2";
    }

    @Override
    public OptionalLong wal() {
        return OptionalLong.empty();
    }

    @Override
    public double cpu() {
        return 0;
    }

    @Override
    public long rows() {
        return 0;
    }

    @Override
    public long bytes() {
        return 0;
    }

    @Override
    public void park() {
        List<String> timers = jdbc.sql(TIMERS).query(String.class).list();
        timers.forEach(table -> jdbc.sql(
                        "update " + table
                                + " set duedate_ = timestamp '2099-01-01 00:00:00' where duedate_ < timestamp '2090-01-01 00:00:00'")
                .update());
    }

    @Override
    public void fillTo(long orders) {
        // empty but for the orders of the rounds
    }
}
