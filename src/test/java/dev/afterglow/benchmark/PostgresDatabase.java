package dev.afterglow.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** PostgreSQL tells most: what it wrote, what it keeps; and it can be made as full as we like. */
final class PostgresDatabase implements Database {

    private static final String ENGINE_TABLES =
            "select table_name from information_schema.tables where table_schema = 'public' and table_name like 'act@_%' escape '@'";

    private final JdbcClient jdbc;
    private long copies;

    PostgresDatabase(String url) {
        jdbc = JdbcClient.create(new SingleConnectionDataSource(url, true));
    }

    @Override
    public String name() {
        return "postgresql-17";
    }

    /** There is one log for all databases of the server. */
    @Override
    public OptionalLong wal() {
        return OptionalLong.of(written());
    }

    private long written() {
        return number("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint");
    }

    /** Of all processes of the server that live. */
    @Override
    public double cpu() {
        return ProcessHandle.of(number("select pg_backend_pid()")).flatMap(ProcessHandle::parent).stream()
                .flatMap(ProcessHandle::descendants)
                .map(process -> process.info().totalCpuDuration())
                .flatMap(Optional::stream)
                .mapToLong(Duration::toMillis)
                .sum();
    }

    @Override
    public long rows() {
        return tables(ENGINE_TABLES).stream()
                .mapToLong(table -> number("select count(*) from " + table))
                .sum();
    }

    @Override
    public long bytes() {
        return tables(ENGINE_TABLES).stream()
                .mapToLong(table -> number("select pg_total_relation_size('" + table + "')"))
                .sum();
    }

    @Override
    public void park() {
        tables(
                        "select table_name from information_schema.columns where table_schema = 'public' and column_name = 'duedate_'"
                                + " and table_name in (" + ENGINE_TABLES + ")")
                .forEach(table -> jdbc.sql("update " + table
                                + " set duedate_ = timestamp '2099-01-01' where duedate_ < timestamp '2090-01-01'")
                        .update());
    }

    /** As copies of the latest one: what counts is their rows, not how they came. */
    @Override
    public void fillTo(long orders) {
        var from = copies + 1;
        copies = orders;
        var instance = template();
        var owned = tables("""
                select distinct c.table_name from information_schema.columns c
                where c.table_schema = 'public' and c.column_name in ('proc_inst_id_', 'process_instance_id_')
                  and c.table_name in (select table_name from information_schema.columns where column_name = 'id_')
                  and c.table_name in (%s)
                """.formatted(ENGINE_TABLES)).stream()
                .sorted((one, other) ->
                        Boolean.compare(other.equals("act_ru_execution"), one.equals("act_ru_execution")))
                .toList();
        var ids = owned.stream()
                .flatMap(table ->
                        tables("select id_ from %s where %s = '%s'".formatted(table, owner(table), instance)).stream())
                .toList();
        for (var table : owned) {
            jdbc.sql("insert into %s select %s from %s, generate_series(%d, %d) k where %s = '%s'"
                            .formatted(table, columns(table), table, from, orders, owner(table), instance))
                    .param("ids", ids)
                    .update();
        }
        if (!tables("select table_name from information_schema.tables where table_name = 'order_lines'")
                .isEmpty()) {
            fillShop(from, orders);
        }
        jdbc.sql("vacuum analyze").update();
    }

    /** The shop's own rows behind as many orders, each with the confirmation it got. */
    private void fillShop(long from, long to) {
        jdbc.sql("""
                        insert into customers (email, first_name, last_name, locale, created_at)
                        select 'copy' || k || '@example.org', 'Anna', 'Ami', 'en', now() from generate_series(%d, %d) k
                        """.formatted(from, to)).update();
        jdbc.sql("""
                        insert into orders (source, external_id, number, customer_id, placed_at, currency, total, time_zone,
                          test, historical, reported_at, recorded_at)
                        select 'API', 'copy' || k, 'copy' || k, c.id, now(), 'EUR', 89, 'Europe/Paris', false, false, now(), now()
                        from generate_series(%d, %d) k join customers c on c.email = 'copy' || k || '@example.org'
                        """.formatted(from, to)).update();
        jdbc.sql("""
                        insert into order_lines (order_id, position, external_id, sku, title, quantity, unit_price, refunded)
                        select o.id, 0, '1', 'LAMP', 'A lamp', 1, 89, 0
                        from generate_series(%d, %d) k join orders o on o.source = 'API' and o.external_id = 'copy' || k
                        """.formatted(from, to)).update();
        jdbc.sql("""
                        insert into messages (order_id, touchpoint, occurrence, purpose, state, attempts, message_id, facts,
                          created_at, settled_at)
                        select o.id, m.touchpoint, 0, m.purpose, m.state, 1, m.message_id, m.facts, now(), now()
                        from generate_series(%d, %d) k join orders o on o.source = 'API' and o.external_id = 'copy' || k
                        cross join (select * from messages where state = 'ACCEPTED' limit 1) m
                        """.formatted(from, to)).update();
    }

    private String template() {
        return tables("select table_name from information_schema.tables where table_name = 'act_hi_procinst'")
                        .isEmpty()
                ? text("select id_ from act_waiting limit 1")
                : text("select proc_inst_id_ from act_hi_procinst order by start_time_ desc limit 1");
    }

    private String owner(String table) {
        return text("""
                select column_name from information_schema.columns where table_name = '%s'
                and column_name in ('proc_inst_id_', 'process_instance_id_') limit 1
                """.formatted(table));
    }

    /** Ids of the template get a suffix, due dates go far away, the rest is as it was. */
    private String columns(String table) {
        return String.join(", ", tables("""
                        select case
                          when column_name = 'duedate_' then 'timestamp ''2099-01-01'''
                          when data_type = 'character varying' and column_name like '%%id@_' escape '@'
                            then format('case when %%1$s in (:ids) then %%1$s || ''-'' || k else %%1$s end', column_name)
                          else cast(column_name as text) end
                        from information_schema.columns where table_schema = 'public' and table_name = '%s'
                        order by ordinal_position
                        """.formatted(table)));
    }

    private List<String> tables(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
