package dev.afterglow.journey.access;

import static java.time.temporal.ChronoUnit.DAYS;

import dev.afterglow.journey.TimeMachine;
import dev.afterglow.order.LinkPurpose;
import dev.afterglow.order.Order;
import dev.afterglow.order.SignedLinks;
import java.util.Arrays;
import java.util.Map;

/** Somebody who tries every door, with what she has in her hands. */
class Visitor {

    private static final int LONG_AGO = 4000;

    private final String name;
    private final Browser browser;
    private final Map<String, String> headers;
    private final boolean hasLink;

    private Visitor(String name, Browser browser, Map<String, String> headers, boolean hasLink) {
        this.name = name;
        this.browser = browser;
        this.headers = headers;
        this.hasLink = hasLink;
    }

    static Visitor stranger(int port) {
        return new Visitor("stranger", new Browser(port), Map.of(), false);
    }

    static Visitor customer(int port) {
        return new Visitor("customer", new Browser(port), Map.of(), true);
    }

    static Visitor withKey(int port, String name, String key) {
        return new Visitor(name, new Browser(port), Map.of("Authorization", "Bearer " + key), false);
    }

    static Visitor person(int port, String name, String id) {
        var browser = Browser.of(port, id).open("tasklist").open("cockpit").open("admin");
        return new Visitor(name, browser, Map.of(), false);
    }

    String name() {
        return name;
    }

    /** What a door says: {@code login}, a refusal's number, {@code none} when it shows an empty list, or {@code yes} when whatever is behind it answered. */
    String at(String route, Order order, SignedLinks links, TimeMachine time) {
        var words = route.split(" ", 2);
        var path = filledIn(words[1], order, links, time);
        var answer = browser.call(words[0], path, headers);
        var where = answer.headers().firstValue("Location").orElse("");
        if (where.endsWith("/login")) {
            return "login";
        }
        if (path.startsWith("/camunda/") && "[]".equals(answer.body())) {
            return "none";
        }
        return switch (answer.statusCode()) {
            case 401, 403, 404, 503 -> Integer.toString(answer.statusCode());
            default -> answer.statusCode() >= 500 ? "FAULT" : "yes";
        };
    }

    private String filledIn(String pattern, Order order, SignedLinks links, TimeMachine time) {
        var isRenewal = pattern.startsWith("/{purpose");
        var path = pattern.replaceAll("\\{purpose[^}]*}", "o");
        var purpose = Arrays.stream(LinkPurpose.values())
                .filter(one -> path.startsWith("/" + one.code() + "/"))
                .findFirst()
                .orElse(LinkPurpose.ORDER);
        var issued = isRenewal ? time.now().minus(LONG_AGO, DAYS) : time.now();
        var token = hasLink ? links.token(order.id(), purpose, issued) : "v1.none.of.ours";
        return path.replace("{token}", token)
                .replace("{number}", order.number())
                .replaceAll("/messages/\\{key}", "/messages/welcome")
                .replaceAll("\\{[^}]*}", "999999999")
                .replace("**", "x")
                .replace("*", "x");
    }
}
