package dev.afterglow.portal.web;

import dev.afterglow.order.LinkPurpose;
import dev.afterglow.order.Shipment;
import dev.afterglow.order.ShipmentState;
import dev.afterglow.order.Shipments;
import dev.afterglow.returns.Returns;
import dev.afterglow.support.SupportDesk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The order itself: where its parcels are, what was bought, how to care for it, and the way to everything else. */
@Controller
@RequestMapping("/o/{token}")
class OrderStatusPages {

    private final Pages pages;
    private final Belongings belongings;
    private final Shipments shipments;
    private final Returns returns;
    private final SupportDesk support;
    private final Neighbours neighbours;

    OrderStatusPages(
            Pages pages,
            Belongings belongings,
            Shipments shipments,
            Returns returns,
            SupportDesk support,
            Neighbours neighbours) {
        this.pages = pages;
        this.belongings = belongings;
        this.shipments = shipments;
        this.returns = returns;
        this.support = support;
        this.neighbours = neighbours;
    }

    @GetMapping
    ResponseEntity<String> order(Visit visit) {
        var order = visit.order().id();
        var facts = new HashMap<String, Object>();
        facts.put("here", "");
        facts.put("things", belongings.of(visit));
        facts.put("parcels", parcels(visit));
        facts.put("progress", progress(visit));
        facts.put(
                "mayReturn",
                !visit.order().isCancelled() && !returns.returnable(order).isEmpty());
        facts.put("mayWithdraw", returns.withdrawalOpen(order));
        facts.put("withdrawn", returns.hasWithdrawn(order));
        facts.put("returned", !returns.of(order).isEmpty());
        facts.put("cases", support.of(order));
        facts.put("returns", neighbours.path(visit, LinkPurpose.RETURN, ""));
        facts.put("answer", neighbours.path(visit, LinkPurpose.ANSWER, ""));
        facts.put("review", neighbours.path(visit, LinkPurpose.ANSWER, "review"));
        facts.put("preferences", neighbours.path(visit, LinkPurpose.PREFERENCES, ""));
        return pages.show(visit, "order", facts);
    }

    @GetMapping("/care")
    ResponseEntity<String> care(Visit visit) {
        return pages.show(
                visit,
                "care",
                Map.of(
                        "things",
                        belongings.of(visit).stream()
                                .filter(Belonging::isExplained)
                                .toList()));
    }

    private List<Parcel> parcels(Visit visit) {
        var known = underWay(visit)
                .map(shipment -> Parcel.of(shipment, visit.order().placedAt(), visit.zone()))
                .toList();
        return known.isEmpty() ? List.of(Parcel.awaited(visit.order().placedAt(), visit.zone())) : known;
    }

    private Stream<Shipment> underWay(Visit visit) {
        return shipments.of(visit.order().id()).stream().filter(parcel -> parcel.state() != ShipmentState.CANCELLED);
    }

    /** The whole order in one word. */
    private String progress(Visit visit) {
        var parcels = underWay(visit).toList();
        if (visit.order().isCancelled()) {
            return "cancelled";
        }
        if (!parcels.isEmpty() && parcels.stream().map(Shipment::deliveredAt).allMatch(at -> at != null)) {
            return "delivered";
        }
        return parcels.stream().anyMatch(parcel -> parcel.state().isOnItsWay()) ? "shipped" : "ordered";
    }
}
