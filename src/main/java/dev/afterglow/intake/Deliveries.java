package dev.afterglow.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The inbox: every delivery as it came, and what became of it. */
@Repository
class Deliveries {

    /** A delivery that is in the inbox already. */
    record Known(long id, DeliveryState state) {}

    /** A delivery that waits for its order. */
    record Parked(long id, Delivery delivery) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The same call, or another call about the same event on the same topic. */
    Optional<Known> known(Delivery delivery) {
        return jdbc
                .sql("""
                        select id, state from webhook_deliveries
                        where source = :source and (delivery_id = :deliveryId or (topic = :topic and event_id = :eventId))
                        order by id
                        """)
                .param("source", delivery.sender().name())
                .param("deliveryId", delivery.id())
                .param("topic", delivery.topic())
                .param("eventId", delivery.eventId())
                .query((row, number) -> new Known(row.getLong("id"), DeliveryState.valueOf(row.getString("state"))))
                .list()
                .stream()
                .findFirst();
    }

    /**
     * Puts a delivery into the inbox.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the same delivery is being taken at the same instant
     */
    long insert(Delivery delivery) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into webhook_deliveries
                          (source, delivery_id, topic, event_id, signature, headers, received_at, state, body)
                        values
                          (:source, :deliveryId, :topic, :eventId, :signature, :headers, :now, 'RECEIVED', :body)
                        """)
                .param("source", delivery.sender().name())
                .param("deliveryId", delivery.id())
                .param("topic", delivery.topic())
                .param("eventId", delivery.eventId())
                .param("signature", delivery.signature())
                .param("headers", delivery.headers())
                .param("now", Timestamp.from(clock.instant()))
                .param("body", delivery.body())
                .update(keys, "id");
        return keys.getKeyAs(Long.class);
    }

    /** The delivery, kept from every other hand until the transaction ends. */
    Optional<Delivery> locked(long id) {
        return jdbc
                .sql("select * from webhook_deliveries where id = :id for update")
                .param("id", id)
                .query((row, number) -> delivery(row))
                .list()
                .stream()
                .findFirst();
    }

    void settle(long id, DeliveryState state, String detail, @Nullable OrderKey key) {
        jdbc.sql("""
                        update webhook_deliveries set state = :state, detail = :detail, order_source = :source,
                          order_external_id = :externalId, order_number = :number, tracking_number = :trackingNumber
                        where id = :id
                        """)
                .param("state", state.name())
                .param("detail", Texts.fit(detail, 2000))
                .param(
                        "source",
                        key == null || key.source() == null
                                ? null
                                : key.source().name())
                .param("externalId", key == null ? null : key.externalId())
                .param("number", key == null ? null : key.number())
                .param("trackingNumber", key == null ? null : key.trackingNumber())
                .param("id", id)
                .update();
    }

    /** What waits for an order, in the sequence it came. */
    List<Parked> parkedFor(OrderKey order, Collection<String> trackingNumbers) {
        return jdbc.sql("""
                        select * from webhook_deliveries
                        where state = 'PARKED' and (
                          (order_external_id = :externalId and (order_source is null or order_source = :source))
                          or order_number = :number or tracking_number in (:trackingNumbers))
                        order by id
                        """)
                .param("externalId", order.externalId())
                .param("source", order.source() == null ? null : order.source().name())
                .param("number", order.number())
                .param("trackingNumbers", trackingNumbers.isEmpty() ? List.of("") : trackingNumbers)
                .query(Deliveries::parked)
                .list();
    }

    /** Takes a delivery out of the waiting room; answers whether it was still there. */
    boolean unpark(long id, String detail) {
        return jdbc.sql(
                                "update webhook_deliveries set state = 'APPLIED', detail = :detail where id = :id and state = 'PARKED'")
                        .param("detail", Texts.fit(detail, 2000))
                        .param("id", id)
                        .update()
                > 0;
    }

    private static Parked parked(ResultSet row, int number) throws SQLException {
        return new Parked(row.getLong("id"), delivery(row));
    }

    /** A row as it came; the headers of those taken before they were kept are unknown. */
    static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                Sender.valueOf(row.getString("source")),
                row.getString("delivery_id"),
                row.getString("topic"),
                row.getString("event_id"),
                row.getString("signature"),
                Objects.requireNonNullElse(row.getString("headers"), ""),
                row.getString("body"));
    }
}
