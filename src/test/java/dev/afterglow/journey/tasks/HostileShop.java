package dev.afterglow.journey.tasks;

import static java.util.stream.Collectors.joining;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import dev.afterglow.order.LinkPurpose;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import dev.afterglow.order.SignedLinks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Orders whose customers, things and parcels are named after scripts, over HTTP as shops and customers write. */
class HostileShop {

    static final List<String> SCRIPTS = scripts();
    static final String ALL = String.join("\n", SCRIPTS);

    private static final int ORDERS = SCRIPTS.size() / 2;
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    private final APIRequestContext http;
    private final String origin;
    private final Orders orders;
    private final SignedLinks links;

    HostileShop(APIRequestContext http, String origin, Orders orders, SignedLinks links) {
        this.http = http;
        this.origin = origin;
        this.orders = orders;
        this.links = links;
    }

    /** As many as it takes for each name to have held each script; a long and a short one fit into a name. */
    List<Order> place(Instant now) {
        var byLength =
                SCRIPTS.stream().sorted(Comparator.comparing(String::length)).toList();
        return IntStream.range(0, ORDERS)
                .mapToObj(nth -> order(nth, byLength.get(nth) + byLength.get(SCRIPTS.size() - 1 - nth), now))
                .toList();
    }

    private Order order(int nth, String name, Instant now) {
        var number = "X-" + nth + "-" + now.toEpochMilli();
        call(
                "/api/orders",
                Map.of(
                        "orderNumber",
                        number,
                        "placedAt",
                        now.toString(),
                        "currency",
                        "EUR",
                        "total",
                        70,
                        "customer",
                        Map.of("email", number + "@example.org", "firstName", name, "lastName", name),
                        "items",
                        List.of(Map.of(
                                "sku",
                                SCRIPTS.get(2 * nth),
                                "title",
                                some(nth, 8),
                                "variant",
                                some(nth, 4),
                                "qty",
                                1,
                                "unitPrice",
                                70)),
                        "shipTo",
                        Map.of("name", name, "street", some(nth, 2), "city", some(nth, 2), "countryCode", "FR")));
        call(
                "/api/orders/" + number + "/shipments",
                Map.of(
                        "id",
                        number,
                        "carrier",
                        SCRIPTS.get(nth),
                        "trackingNumber",
                        SCRIPTS.get(ORDERS + nth),
                        "trackingUrl",
                        "https://dhl.example/?owned(0)",
                        "state",
                        "DELIVERED",
                        "at",
                        now.toString()));
        return orders.byNumber(number).orElseThrow();
    }

    /** So many scripts after the nth pair, as one text. */
    static String some(int nth, int many) {
        return IntStream.range(0, many)
                .mapToObj(next -> SCRIPTS.get((2 * nth + next) % SCRIPTS.size()))
                .collect(joining());
    }

    /** Sends a form of a customer's page. */
    void send(Order order, LinkPurpose purpose, String page, Instant now, Map<String, String> fields) {
        var path = page(order, purpose, page, now);
        var shown = FORM.matcher(http.get(path.replace("/return", "/return/solution?q0=1&reason=WARRANTY"))
                .text());
        if (!shown.find()) {
            throw new AssertionError("No form on " + page);
        }
        var form = FormData.create().set("form", shown.group(1));
        fields.forEach(form::set);
        var options = RequestOptions.create().setMaxRedirects(0);
        var answer = http.post(path, page.endsWith("/review") ? options.setMultipart(form) : options.setForm(form));
        expect(answer, page);
    }

    /** The address of a customer's page. */
    String page(Order order, LinkPurpose purpose, String page, Instant now) {
        return origin + "/" + purpose.code() + "/" + links.token(order.id(), purpose, now) + page;
    }

    private void call(String path, Map<String, Object> body) {
        expect(
                http.post(
                        origin + path,
                        RequestOptions.create()
                                .setHeader("Authorization", "Bearer a key for our own shop")
                                .setHeader("Content-Type", "application/json")
                                .setData(body)),
                path);
    }

    private static void expect(APIResponse answer, String what) {
        if (answer.status() >= 400) {
            throw new AssertionError(what + ": " + answer.status() + " " + answer.text());
        }
    }

    private static List<String> scripts() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/attack/scripts.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
