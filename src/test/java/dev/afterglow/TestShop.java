package dev.afterglow;

import dev.afterglow.catalog.Product;
import dev.afterglow.catalog.Products;
import dev.afterglow.customer.Contact;
import dev.afterglow.customer.EmailAddress;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.order.Address;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.OrderRegister;
import dev.afterglow.order.OrderSource;
import dev.afterglow.order.ReportedOrder;
import dev.afterglow.order.ReportedShipment;
import dev.afterglow.order.ShipmentState;
import dev.afterglow.returns.Resolution;
import dev.afterglow.returns.ReturnReason;
import dev.afterglow.returns.ReturnRequest;
import dev.afterglow.returns.Units;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.test.context.TestComponent;

/** A shop with a lamp and a few orders, for tests that read like stories. */
@TestComponent
public class TestShop {

    private static final AtomicLong NUMBERS = new AtomicLong(1000);

    private final OrderRegister orders;
    private final TimeMachine time;

    TestShop(OrderRegister orders, Products products, TimeMachine time) {
        this.orders = orders;
        this.time = time;
        // -Dafterglow.test.start=2027-12-20T08:00:00Z tells all stories at Christmas; without it they begin today.
        Optional.ofNullable(System.getProperty("afterglow.test.start"))
                .map(Instant::parse)
                .ifPresent(time::advanceTo);
        products.put(product("LAMP", "Aube table lamp", "https://shop.example/guides/lamp", List.of("BULB", "SHADE")));
        products.put(product("BULB", "Warm white bulb", null, List.of()));
        products.put(product("SHADE", "Linen shade", null, List.of()));
        products.put(product("CARD", "Greeting card", null, List.of()));
    }

    /** A new order, described step by step and placed at the end. */
    public NewOrder anOrder() {
        return new NewOrder();
    }

    /** All of the order's parcels arrive now. */
    public void deliver(OrderId order) {
        report(order, ShipmentState.IN_TRANSIT);
        report(order, ShipmentState.DELIVERED);
    }

    /** The carrier says where the order's only parcel is. */
    public void report(OrderId order, ShipmentState state) {
        orders.report(
                order,
                new ReportedShipment(
                        "F" + order, "DHL", "JD0" + order, "https://dhl.example/" + order, state, now(), null));
    }

    /** The shop cancels the order now. */
    public void cancel(OrderId order) {
        orders.cancel(order, now(), "customer");
    }

    /** The wish to give back one of the order's first thing. */
    public ReturnRequest aReturn(OrderId order, ReturnReason reason, Resolution resolution) {
        return new ReturnRequest(
                order,
                List.of(new Units(0, 1)),
                reason,
                resolution,
                "It flickers",
                "The large one",
                UUID.randomUUID().toString());
    }

    /** The mails the order's customer received so far, by touchpoint, in sequence. */
    public List<String> touchpointsMailed(OrderId order) {
        return mailsOf(order).stream()
                .map(mail -> header(mail, "X-Afterglow-Touchpoint"))
                .toList();
    }

    /** The mails of an order, in sequence. */
    public List<MimeMessage> mailsOf(OrderId order) {
        return Arrays.stream(TestMailServer.GREEN_MAIL.getReceivedMessages())
                .filter(mail -> order.toString().equals(header(mail, "X-Afterglow-Order")))
                .toList();
    }

    private Instant now() {
        return time.now();
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, null);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Product product(String sku, String title, String guide, List<String> complements) {
        return new Product(
                sku,
                title,
                "lighting",
                "https://shop.example/" + sku,
                null,
                guide,
                null,
                24,
                true,
                complements,
                Map.of());
    }

    /** An order about to be placed. */
    public class NewOrder {

        private final long number = NUMBERS.incrementAndGet();
        private String email = "anna" + number + "@example.org";
        private String sku = "LAMP";
        private Locale locale = Locale.ENGLISH;
        private ZoneId zone = ZoneId.of("Europe/Paris");
        private boolean test;
        private List<OrderLine> lines = List.of();
        private Address address = Address.NONE;

        /** By a customer with this address. */
        public NewOrder by(String address) {
            email = address;
            return this;
        }

        /** By somebody who left no address. */
        public NewOrder withoutEmail() {
            email = null;
            return this;
        }

        /** Of this product. */
        public NewOrder of(String product) {
            sku = product;
            return this;
        }

        /** Of several things, at their listed prices. */
        public NewOrder holding(OrderLine... things) {
            lines = List.of(things);
            return this;
        }

        /** To be delivered there. */
        public NewOrder to(Address destination) {
            address = destination;
            return this;
        }

        /** To be delivered in this zone. */
        public NewOrder in(String zoneId) {
            zone = ZoneId.of(zoneId);
            return this;
        }

        /** By somebody who reads this language. */
        public NewOrder reading(Locale language) {
            locale = language;
            return this;
        }

        /** A test of the shop's checkout. */
        public NewOrder asTest() {
            test = true;
            return this;
        }

        /** Placed now. */
        public OrderId placed() {
            var now = now();
            return orders.report(new ReportedOrder(
                            OrderSource.API,
                            "T" + number,
                            Long.toString(number),
                            new Contact(EmailAddress.of(email).orElse(null), "Anna", "Ami", locale, null, null),
                            now,
                            now,
                            "EUR",
                            bought().stream().map(OrderLine::total).reduce(BigDecimal.ZERO, BigDecimal::add),
                            null,
                            bought(),
                            address,
                            zone,
                            "https://shop.example/orders/" + number,
                            test,
                            null,
                            null))
                    .id();
        }

        private List<OrderLine> bought() {
            return lines.isEmpty()
                    ? List.of(new OrderLine("1", sku, "A lamp", null, 1, new BigDecimal("89.00"), 0))
                    : lines;
        }

        /** Placed on the customer's next day at this local time. */
        public OrderId placedAt(LocalTime local) {
            var today = now().atZone(zone).toLocalDate();
            time.advanceTo(today.plusDays(1).atTime(local).atZone(zone).toInstant());
            return placed();
        }
    }
}
