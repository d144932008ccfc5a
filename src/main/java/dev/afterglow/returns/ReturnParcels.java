package dev.afterglow.returns;

import dev.afterglow.order.OrderId;
import dev.afterglow.order.OrderLocks;
import dev.afterglow.order.ReportedShipment;
import dev.afterglow.order.ShipmentState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The parcels customers send back, as shops and carriers name them. */
@Repository
public class ReturnParcels {

    private static final String CARRIER = "carrier";

    private final JdbcClient jdbc;
    private final ReturnRecords records;
    private final MergedReturns merged;
    private final Returns returns;
    private final OrderLocks locks;

    ReturnParcels(JdbcClient jdbc, ReturnRecords records, MergedReturns merged, Returns returns, OrderLocks locks) {
        this.jdbc = jdbc;
        this.records = records;
        this.merged = merged;
        this.returns = returns;
        this.locks = locks;
    }

    /** The return whose parcel this is, by its tracking number or else by its RMA number. */
    public Optional<Return> find(@Nullable String trackingNumber, @Nullable String number) {
        return Optional.ofNullable(trackingNumber)
                .flatMap(this::byTrackingNumber)
                .or(() -> Optional.ofNullable(number).flatMap(returns::byNumber));
    }

    /** The tracking numbers of everything that comes back from an order. */
    public List<String> trackingNumbers(OrderId order) {
        return jdbc.sql("select tracking_number from returns where order_id = :order and tracking_number is not null")
                .param("order", order.value())
                .query(String.class)
                .list();
    }

    /** What of a return is still with the customer: not what came with a return that a withdrawal took the place of. */
    public List<ReturnedLine> toSend(ReturnId id) {
        return merged.toSend(id);
    }

    /**
     * Keeps what a carrier or the shop says of a parcel that comes back. Delivered to us, it has arrived, and the return
     * goes on; told twice, it arrived once. A parcel nobody waits for changes nothing, but its story says it is here.
     */
    @Transactional
    public void report(ReturnId id, ReportedShipment parcel) {
        var order = records.byId(id).orElseThrow().order();
        locks.lock(order);
        name(id, parcel);
        if (parcel.state() == ShipmentState.DELIVERED) {
            arrive(merged.heirOf(id).orElse(id));
        }
    }

    private void arrive(ReturnId id) {
        var it = records.byId(id).orElseThrow();
        if (it.state() == ReturnState.APPROVED) {
            returns.arrived(id, CARRIER);
        } else if (it.arrivedAt() == null && isNews(it)) {
            records.tell(id, it.state(), CARRIER, "The parcel is here, though nobody waits for it");
        }
    }

    private boolean isNews(Return it) {
        return records.story(it.id()).stream()
                .noneMatch(step -> step.state() == it.state() && CARRIER.equals(step.actor()));
    }

    private void name(ReturnId id, ReportedShipment parcel) {
        jdbc.sql("""
                        update returns set tracking_number = coalesce(:trackingNumber, tracking_number),
                          carrier = coalesce(:carrier, carrier)
                        where id = :id
                        """)
                .param("trackingNumber", parcel.trackingNumber())
                .param("carrier", parcel.carrier())
                .param("id", id.value())
                .update();
    }

    private Optional<Return> byTrackingNumber(String trackingNumber) {
        return jdbc
                .sql("select id from returns where tracking_number = :trackingNumber order by id desc")
                .param("trackingNumber", trackingNumber)
                .query(Long.class)
                .list()
                .stream()
                .findFirst()
                .flatMap(id -> records.byId(new ReturnId(id)));
    }
}
