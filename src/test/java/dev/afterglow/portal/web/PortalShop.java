package dev.afterglow.portal.web;

import static java.time.temporal.ChronoUnit.SECONDS;

import dev.afterglow.catalog.Product;
import dev.afterglow.catalog.ProductText;
import dev.afterglow.catalog.Products;
import dev.afterglow.customer.Contact;
import dev.afterglow.customer.EmailAddress;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.order.Address;
import dev.afterglow.order.LinkPurpose;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.OrderRegister;
import dev.afterglow.order.OrderSource;
import dev.afterglow.order.ReportedOrder;
import dev.afterglow.order.ReportedShipment;
import dev.afterglow.order.ShipmentState;
import dev.afterglow.order.SignedLinks;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.test.context.TestComponent;

/** An order of three things, and the links its customer gets. */
@TestComponent
public class PortalShop {

    private static final AtomicLong NUMBERS = new AtomicLong(7000);

    private final OrderRegister orders;
    private final SignedLinks links;
    private final TimeMachine time;

    PortalShop(OrderRegister orders, Products products, SignedLinks links, TimeMachine time) {
        this.orders = orders;
        this.links = links;
        this.time = time;
        products.put(
                product("P-LAMP", "Aube table lamp", "https://shop.example/guides/lamp", "Dust it with a dry cloth."));
        products.put(product("P-RUG", "Wool rug", null, "Shake it out; never wash it."));
    }

    OrderId threeThings(Locale locale) {
        var number = NUMBERS.incrementAndGet();
        var now = time.now().truncatedTo(SECONDS);
        return orders.report(new ReportedOrder(
                        OrderSource.API,
                        "P" + number,
                        Long.toString(number),
                        new Contact(
                                new EmailAddress("petra" + number + "@example.org"),
                                "Petra",
                                "Portal",
                                locale,
                                null,
                                null),
                        now,
                        now,
                        "EUR",
                        new BigDecimal("254.00"),
                        new BigDecimal("6.00"),
                        List.of(
                                new OrderLine("1", "P-LAMP", "A lamp", "Brass", 1, new BigDecimal("89.00"), 0),
                                new OrderLine("2", "P-RUG", "A rug", null, 1, new BigDecimal("129.00"), 0),
                                new OrderLine("3", "P-CARD", "Greeting card", null, 3, new BigDecimal("10.00"), 0)),
                        new Address("Petra Portal", "4 rue du Lac", "69003", "Lyon", null, "FR"),
                        ZoneId.of("Europe/Paris"),
                        null,
                        false,
                        null,
                        null))
                .id();
    }

    OrderId delivered(Locale locale) {
        var order = threeThings(locale);
        report(order, ShipmentState.IN_TRANSIT);
        report(order, ShipmentState.DELIVERED);
        return order;
    }

    void report(OrderId order, ShipmentState state) {
        orders.report(
                order,
                new ReportedShipment(
                        "F" + order,
                        "DHL",
                        "JD0146" + order,
                        "https://dhl.example/" + order,
                        state,
                        time.now().truncatedTo(SECONDS),
                        time.now()
                                .atZone(ZoneId.of("Europe/Paris"))
                                .toLocalDate()
                                .plusDays(2)));
    }

    /** The path of a page. */
    String path(OrderId order, LinkPurpose purpose, String page) {
        return "/" + purpose.code() + "/" + links.token(order, purpose, time.now()) + page;
    }

    private static Product product(String sku, String title, String guide, String care) {
        return new Product(
                sku,
                title,
                "home",
                "https://shop.example/" + sku,
                null,
                guide,
                care,
                24,
                true,
                List.of(),
                Map.of("fr", new ProductText(title.equals("Wool rug") ? "Tapis en laine" : "Lampe Aube", null, null)));
    }
}
