package dev.afterglow.demo;

import dev.afterglow.customer.Shop;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last thing in the log: where to go, who to be, what to sign with. */
@Component
@Profile("demo")
class WelcomeBox {

    private static final Logger log = LoggerFactory.getLogger("Afterglow");
    private static final int WIDTH = 76;

    private final Environment environment;
    private final DemoSettings settings;
    private final Shop shop;

    WelcomeBox(Environment environment, DemoSettings settings, Shop shop) {
        this.environment = environment;
        this.settings = settings;
        this.shop = shop;
    }

    /** Readiness is announced after everything else that happens at the start, so that the box ends the log. */
    @EventListener
    void on(AvailabilityChangeEvent<ReadinessState> event) {
        if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            log.info("\n{}", drawn(lines("http://localhost:" + environment.getProperty("local.server.port", "8080"))));
        }
    }

    private List<String> lines(String address) {
        var lines = new ArrayList<String>();
        lines.add(shop.name() + " is open. This is a demo, not for production.");
        lines.add("");
        lines.add("Start page   " + address + "/");
        lines.add("Mailbox      " + address + "/demo/mailbox");
        lines.add("Orders       " + address + "/orders");
        lines.add("Tasklist     " + address + "/camunda/app/tasklist/default/");
        lines.add("Cockpit      " + address + "/camunda/app/cockpit/default/");
        lines.add("Admin        " + address + "/camunda/app/admin/default/");
        lines.add("");
        for (var member : Staff.MEMBERS) {
            lines.add("%-12s %s   %s".formatted(member.id(), settings.password(), member.role()));
        }
        lines.add("");
        lines.add("API key          " + settings.apiKey());
        lines.add("Webhook secret   " + settings.webhookSecret());
        lines.add("");
        lines.add(pace());
        lines.add("Everything is in memory and gone when you press Ctrl+C.");
        return lines;
    }

    private String pace() {
        return settings.dayLength().isZero()
                ? "The time-lapse is stopped; POST /demo/clock {\"advance\":\"P1D\"} moves it."
                : "One day passes in " + seconds() + " s; POST /demo/clock {\"dayLength\":\"PT0S\"} stops it.";
    }

    private String seconds() {
        var millis = settings.dayLength().toMillis();
        return millis % 1000 == 0 ? Long.toString(millis / 1000) : Double.toString(millis / 1000.0);
    }

    private static String drawn(List<String> lines) {
        var width = lines.stream().mapToInt(String::length).reduce(WIDTH, Math::max);
        var box = new StringBuilder("╭" + "─".repeat(width + 4) + "╮\n");
        lines.forEach(line -> box.append("│  ")
                .append(line)
                .append(" ".repeat(width - line.length()))
                .append("  │\n"));
        return box.append("╰" + "─".repeat(width + 4) + "╯").toString();
    }
}
