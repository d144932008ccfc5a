package dev.afterglow.returns;

import dev.afterglow.order.OrderId;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The rows of returns, their lines and their stories. */
@Repository
class ReturnRecords {

    private final JdbcClient jdbc;
    private final Clock clock;

    ReturnRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Return> byId(ReturnId id) {
        return jdbc.sql("select * from returns where id = :id")
                .param("id", id.value())
                .query(ReturnRow::read)
                .optional()
                .map(this::whole);
    }

    Optional<Return> byNumber(String number) {
        return jdbc.sql("select * from returns where rma_number = :number")
                .param("number", number)
                .query(ReturnRow::read)
                .optional()
                .map(this::whole);
    }

    Optional<Return> byKey(OrderId order, String key) {
        return jdbc.sql("select * from returns where order_id = :order and request_key = :key")
                .param("order", order.value())
                .param("key", key)
                .query(ReturnRow::read)
                .optional()
                .map(this::whole);
    }

    List<Return> of(OrderId order) {
        return jdbc
                .sql("select * from returns where order_id = :order order by id")
                .param("order", order.value())
                .query(ReturnRow::read)
                .list()
                .stream()
                .map(this::whole)
                .toList();
    }

    List<ReturnStep> story(ReturnId id) {
        return jdbc.sql("select state, actor, words, at from return_history where return_id = :id order by id")
                .param("id", id.value())
                .query((row, number) -> new ReturnStep(
                        ReturnState.valueOf(row.getString("state")),
                        row.getString("actor"),
                        row.getString("words"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** Keeps a new return and the first step of its story; the unique key of its form makes a second one fail. */
    ReturnId insert(NewReturn fresh) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into returns
                          (order_id, kind, rma_number, request_key, reason, resolution, note, wish, currency,
                           goods, bonus, fee, amount, state, send_by, requested_at)
                        values
                          (:order, :kind, :number, :key, :reason, :resolution, :note, :wish, :currency,
                           :goods, :bonus, :fee, :amount, :state, :sendBy, :now)
                        """)
                .param("order", fresh.order().value())
                .param("kind", fresh.kind().name())
                .param("number", RmaNumbers.next(fresh.order()))
                .param("key", fresh.key())
                .param("reason", fresh.reason() == null ? null : fresh.reason().name())
                .param("resolution", fresh.choice().resolution().name())
                .param("note", fresh.note())
                .param("wish", fresh.wish())
                .param("currency", fresh.currency())
                .param("goods", fresh.choice().goods())
                .param("bonus", fresh.choice().bonus())
                .param("fee", fresh.choice().fee())
                .param("amount", fresh.choice().amount())
                .param("state", fresh.state().name())
                .param("sendBy", fresh.sendBy() == null ? null : Date.valueOf(fresh.sendBy()))
                .param("now", now())
                .update(keys, "id");
        var id = new ReturnId(keys.getKeyAs(Long.class));
        fresh.lines().forEach(line -> insert(id, line));
        tell(id, fresh.state(), "customer", fresh.note());
        return id;
    }

    /** Moves a return on when it stands where it may; answers whether it moved. */
    boolean move(ReturnId id, Set<ReturnState> from, ReturnState to, String actor, @Nullable String words) {
        var moved = jdbc.sql("update returns set state = :to where id = :id and state in (:from)")
                        .param("to", to.name())
                        .param("id", id.value())
                        .param("from", from.stream().map(Enum::name).toList())
                        .update()
                > 0;
        if (moved) {
            tell(id, to, actor, words);
        }
        return moved;
    }

    /** Keeps a word in the story of a return. */
    void tell(ReturnId id, ReturnState state, String actor, @Nullable String words) {
        jdbc.sql("""
                        insert into return_history (return_id, state, actor, words, at)
                        values (:id, :state, :actor, :words, :now)
                        """)
                .param("id", id.value())
                .param("state", state.name())
                .param("actor", actor)
                .param("words", words)
                .param("now", now())
                .update();
    }

    /** Sets one fact of a return. */
    void set(ReturnId id, Fact fact, @Nullable Object value) {
        jdbc.sql("update returns set " + fact.column + " = :value where id = :id")
                .param("value", value)
                .param("id", id.value())
                .update();
    }

    private void insert(ReturnId id, ReturnedLine line) {
        jdbc.sql("""
                        insert into return_lines
                          (return_id, line, external_id, sku, title, variant, quantity, unit_value)
                        values (:id, :line, :externalId, :sku, :title, :variant, :quantity, :unitValue)
                        """)
                .param("id", id.value())
                .param("line", line.line())
                .param("externalId", line.externalId())
                .param("sku", line.sku())
                .param("title", line.title())
                .param("variant", line.variant())
                .param("quantity", line.quantity())
                .param("unitValue", line.unitValue())
                .update();
    }

    private Return whole(Return withoutLines) {
        var lines = jdbc.sql("select * from return_lines where return_id = :id order by line")
                .param("id", withoutLines.id().value())
                .query(ReturnRow::line)
                .list();
        return ReturnRow.with(withoutLines, lines);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /** A fact that is found out on the way. */
    enum Fact {
        HANDLING("handling"),
        WORDS("words"),
        REFUSED_FOR("refused_for"),
        SEND_BY("send_by"),
        AMOUNT("amount"),
        ARRIVED_AT("arrived_at"),
        SETTLED_AT("settled_at"),
        MERGED_INTO("merged_into");

        private final String column;

        Fact(String column) {
            this.column = column;
        }
    }
}
