package dev.afterglow.demo;

import static dev.afterglow.order.ShipmentState.DELAYED;
import static dev.afterglow.order.ShipmentState.DELIVERED;
import static dev.afterglow.order.ShipmentState.EXCEPTION;
import static dev.afterglow.order.ShipmentState.IN_TRANSIT;
import static dev.afterglow.order.ShipmentState.OUT_FOR_DELIVERY;

import dev.afterglow.order.OrderId;
import dev.afterglow.order.OrderRegister;
import dev.afterglow.order.OrderSource;
import dev.afterglow.order.Orders;
import dev.afterglow.order.ReportedShipment;
import dev.afterglow.order.ShipmentState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Makes up what happens in the shop: the same orders at every start, a third of them at once and the others over ten
 * days, with parcels that arrive, are late, get lost, and one order that is cancelled.
 */
@Component
@Profile("demo")
class ShopLife {

    private static final long SEED = 20261122;
    private static final Duration SEASON = Duration.ofDays(10);

    // Who stands out, by position; everyone else simply gets a parcel.
    private static final int CANCELS = 5;
    private static final int HAS_NO_EMAIL = 8;
    private static final int RETURNS_TO_BUY = 14;
    private static final int BOUGHT_BEFORE = 1;
    private static final int LOSES_PARCEL = 10;
    private static final int GETS_TWO_PARCELS = 3;
    private static final int EVERY_LATE = 7;

    private final MaisonLumen shop;
    private final OrderRegister register;
    private final Orders orders;
    private final Voices voices;

    ShopLife(MaisonLumen shop, OrderRegister register, Orders orders, Voices voices) {
        this.voices = voices;
        this.shop = shop;
        this.register = register;
        this.orders = orders;
    }

    List<Happening> from(Instant start, int count) {
        var random = new Random(SEED);
        var happenings = new ArrayList<Happening>();
        var shoppers =
                IntStream.range(0, count).mapToObj(position -> shopper(random)).toList();
        for (var position = 0; position < count; position++) {
            var shopper = shoppers.get(position == RETURNS_TO_BUY ? BOUGHT_BEFORE : position);
            var items = Purchase.basket(random, shop.wares());
            var at = start.plus(offset(random, position, count));
            var purchase = new Purchase(position, shopper, position != HAS_NO_EMAIL, items, at);
            happenings.add(new Happening(at, () -> register.report(purchase.report(shop.address()))));
            follow(happenings, random, purchase, start);
            voices.of(purchase, start).ifPresent(happenings::add);
        }
        return happenings;
    }

    /** A third lie a few hours back, so that there is something to see at once. */
    private static Duration offset(Random random, int position, int count) {
        var atOnce = (count + 2) / 3;
        if (position < atOnce) {
            return Duration.ofMinutes(-10 - random.nextInt(20 * 60));
        }
        var share = (position - atOnce + random.nextDouble()) / (count - atOnce);
        return Duration.ofSeconds((long) (SEASON.toSeconds() * share));
    }

    private Shopper shopper(Random random) {
        var all = shop.regions().stream().mapToInt(Region::weight).sum();
        var lot = random.nextInt(all);
        for (var region : shop.regions()) {
            lot -= region.weight();
            if (lot < 0) {
                return Shopper.anyone(random, region);
            }
        }
        throw new IllegalStateException("regions.yaml names no region");
    }

    private void follow(List<Happening> happenings, Random random, Purchase purchase, Instant start) {
        var packed = later(purchase.at(), start).plus(Duration.ofHours(16 + random.nextInt(26)));
        var onTheRoad = Duration.ofHours(40 + random.nextInt(50));
        var expected = LocalDate.ofInstant(
                packed.plus(onTheRoad), purchase.shopper().region().zone());
        if (purchase.position() == CANCELS) {
            happenings.add(new Happening(packed, () -> register.cancel(idOf(purchase), packed, "customer")));
            return;
        }
        happenings.add(parcel(purchase, 1, IN_TRANSIT, packed, expected));
        if (purchase.position() == LOSES_PARCEL) {
            happenings.add(parcel(purchase, 1, EXCEPTION, packed.plus(onTheRoad), expected));
            return;
        }
        var arrives = packed.plus(onTheRoad);
        if (purchase.position() % EVERY_LATE == 4) {
            var late = 4 + random.nextInt(14);
            happenings.add(parcel(purchase, 1, DELAYED, arrives, expected.plusDays(late)));
            arrives = arrives.plus(Duration.ofDays(late));
        }
        if (purchase.position() == GETS_TWO_PARCELS) {
            var second = packed.plus(Duration.ofDays(2));
            happenings.add(parcel(purchase, 2, IN_TRANSIT, second, expected.plusDays(2)));
            happenings.add(parcel(purchase, 2, DELIVERED, second.plus(onTheRoad), expected.plusDays(2)));
        }
        happenings.add(parcel(purchase, 1, OUT_FOR_DELIVERY, arrives.minus(Duration.ofHours(5)), expected));
        happenings.add(parcel(purchase, 1, DELIVERED, arrives, expected));
    }

    private Happening parcel(Purchase purchase, int number, ShipmentState state, Instant at, LocalDate expected) {
        var reference = purchase.number() + "-" + number;
        var report = new ReportedShipment(
                reference,
                purchase.shopper().region().carrier(),
                "MLN" + (40_210_000 + purchase.position() * 10 + number),
                shop.address() + "/demo/orders/" + purchase.number(),
                state,
                at,
                state == IN_TRANSIT || state == DELAYED ? expected : null);
        return new Happening(at, () -> register.report(idOf(purchase), report));
    }

    private OrderId idOf(Purchase purchase) {
        return orders.idOf(OrderSource.SHOPIFY, purchase.externalId()).orElseThrow();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
