package dev.afterglow.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The inbox for those who look after it: what came, what became of it, who let it count again. */
@Repository
public class StoredDeliveries {

    /**
     * Which deliveries are meant; what is absent does not matter.
     *
     * @param from the first number, inclusive
     * @param to the last number, inclusive
     */
    public record Choice(
            @Nullable Sender sender,
            @Nullable DeliveryState state,
            @Nullable Long from,
            @Nullable Long to) {}

    private static final String CHOSEN = """
            (cast(:source as varchar(20)) is null or source = :source)
              and (cast(:state as varchar(10)) is null or state = :state)
              and id >= :from and id <= :to
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredDeliveries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The latest of those chosen. */
    public List<StoredDelivery> latest(Choice choice, int most) {
        return chosen("select * from webhook_deliveries where " + CHOSEN + " order by id desc limit :most", choice)
                .param("most", most)
                .query((row, number) -> stored(row, List.of()))
                .list();
    }

    /** One delivery with its history. */
    public Optional<StoredDelivery> byId(long id) {
        return jdbc.sql("select * from webhook_deliveries where id = :id")
                .param("id", id)
                .query((row, number) -> stored(row, replaysOf(id)))
                .optional();
    }

    /** How many wait for their order and how many failed. */
    public Map<DeliveryState, Long> open() {
        var open = new EnumMap<DeliveryState, Long>(DeliveryState.class);
        jdbc.sql(
                        "select state, count(*) as deliveries from webhook_deliveries where state in ('PARKED', 'FAILED') group by state")
                .query(row -> {
                    open.put(DeliveryState.valueOf(row.getString("state")), row.getLong("deliveries"));
                });
        return open;
    }

    /** The numbers of those chosen, oldest first. */
    List<Long> numbers(Choice choice, int most) {
        return chosen("select id from webhook_deliveries where " + CHOSEN + " order by id limit :most", choice)
                .param("most", most)
                .query(Long.class)
                .list();
    }

    void note(long id, String by, DeliveryState state) {
        jdbc.sql("""
                        insert into webhook_replays (delivery_id, replayed_by, replayed_at, state)
                        values (:id, :by, :now, :state)
                        """)
                .param("id", id)
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .param("state", state.name())
                .update();
    }

    private JdbcClient.StatementSpec chosen(String sql, Choice choice) {
        return jdbc.sql(sql)
                .param(
                        "source",
                        choice.sender() == null ? null : choice.sender().name())
                .param("state", choice.state() == null ? null : choice.state().name())
                .param("from", choice.from() == null ? 0L : choice.from())
                .param("to", choice.to() == null ? Long.MAX_VALUE : choice.to());
    }

    private List<StoredDelivery.Replay> replaysOf(long id) {
        return jdbc.sql("select * from webhook_replays where delivery_id = :id order by id desc")
                .param("id", id)
                .query((row, number) -> new StoredDelivery.Replay(
                        row.getString("replayed_by"),
                        row.getTimestamp("replayed_at").toInstant(),
                        DeliveryState.valueOf(row.getString("state"))))
                .list();
    }

    private static StoredDelivery stored(ResultSet row, List<StoredDelivery.Replay> replays) throws SQLException {
        var order = Texts.first(
                row.getString("order_number"), row.getString("order_external_id"), row.getString("tracking_number"));
        return new StoredDelivery(
                row.getLong("id"),
                Deliveries.delivery(row),
                row.getTimestamp("received_at").toInstant(),
                DeliveryState.valueOf(row.getString("state")),
                row.getString("detail"),
                order,
                replays);
    }
}
