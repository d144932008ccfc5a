package dev.afterglow.order;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The parcels of all orders. */
@Repository
public class Shipments {

    private final JdbcClient jdbc;

    Shipments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The parcels of an order, in the sequence they became known. */
    public List<Shipment> of(OrderId order) {
        return jdbc.sql("select * from shipments where order_id = :order order by id")
                .param("order", order.value())
                .query(Shipments::shipment)
                .list();
    }

    /** The parcel, or nothing. */
    public Optional<Shipment> byId(ShipmentId id) {
        return jdbc.sql("select * from shipments where id = :id")
                .param("id", id.value())
                .query(Shipments::shipment)
                .optional();
    }

    /** The order a parcel with this tracking number belongs to, or nothing. */
    public Optional<OrderId> orderOf(String trackingNumber) {
        return jdbc
                .sql("select order_id from shipments where tracking_number = :trackingNumber order by id desc")
                .param("trackingNumber", trackingNumber)
                .query(Long.class)
                .list()
                .stream()
                .findFirst()
                .map(OrderId::new);
    }

    ShipmentId insert(OrderId order, String reference, ReportedShipment report) {
        jdbc.sql(
                        "insert into shipments (order_id, reference, state, state_at) values (:order, :reference, :state, :at)")
                .param("order", order.value())
                .param("reference", reference)
                .param("state", report.state().name())
                .param("at", Timestamp.from(report.stateAt()))
                .update();
        return jdbc.sql("select id from shipments where order_id = :order and reference = :reference")
                .param("order", order.value())
                .param("reference", reference)
                .query((row, number) -> new ShipmentId(row.getLong("id")))
                .single();
    }

    /** Keeps what is newly known of a parcel; what the report leaves out stays. */
    void update(ShipmentId id, ReportedShipment report, ShipmentState state, Instant stateAt) {
        jdbc.sql("""
                        update shipments set
                          carrier = coalesce(:carrier, carrier),
                          tracking_number = coalesce(:trackingNumber, tracking_number),
                          tracking_url = coalesce(:trackingUrl, tracking_url),
                          expected_on = coalesce(:expectedOn, expected_on),
                          shipped_at = case when :onItsWay then coalesce(shipped_at, :stateAt) else shipped_at end,
                          delivered_at = case when :delivered then coalesce(delivered_at, :stateAt) else delivered_at end,
                          state = :state, state_at = :stateAt
                        where id = :id
                        """)
                .param("carrier", report.carrier())
                .param("trackingNumber", report.trackingNumber())
                .param("trackingUrl", report.trackingUrl())
                .param("expectedOn", report.expectedOn() == null ? null : Date.valueOf(report.expectedOn()))
                .param("onItsWay", state.isOnItsWay())
                .param("delivered", state == ShipmentState.DELIVERED)
                .param("state", state.name())
                .param("stateAt", Timestamp.from(stateAt))
                .param("id", id.value())
                .update();
    }

    /** Takes over what is known of the twin and lets it go. */
    void merge(ShipmentId id, Shipment twin) {
        jdbc.sql("delete from shipments where id = :twin")
                .param("twin", twin.id().value())
                .update();
        jdbc.sql("""
                        update shipments set
                          expected_on = coalesce(:expectedOn, expected_on),
                          shipped_at = coalesce(shipped_at, :shippedAt),
                          delivered_at = coalesce(delivered_at, :deliveredAt)
                        where id = :id
                        """)
                .param("expectedOn", twin.expectedOn() == null ? null : Date.valueOf(twin.expectedOn()))
                .param("shippedAt", timestamp(twin.shippedAt()))
                .param("deliveredAt", timestamp(twin.deliveredAt()))
                .param("id", id.value())
                .update();
    }

    void rename(ShipmentId id, String reference) {
        jdbc.sql("update shipments set reference = :reference where id = :id")
                .param("reference", reference)
                .param("id", id.value())
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static Shipment shipment(ResultSet row, int number) throws SQLException {
        var shippedAt = row.getTimestamp("shipped_at");
        var expectedOn = row.getDate("expected_on");
        var deliveredAt = row.getTimestamp("delivered_at");
        return new Shipment(
                new ShipmentId(row.getLong("id")),
                row.getString("reference"),
                row.getString("carrier"),
                row.getString("tracking_number"),
                row.getString("tracking_url"),
                ShipmentState.valueOf(row.getString("state")),
                row.getTimestamp("state_at").toInstant(),
                shippedAt == null ? null : shippedAt.toInstant(),
                expectedOn == null ? null : expectedOn.toLocalDate(),
                deliveredAt == null ? null : deliveredAt.toInstant());
    }
}
