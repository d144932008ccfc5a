package dev.afterglow.intake.aftership;

import dev.afterglow.fuzz.FuzzedParser;
import dev.afterglow.fuzz.Sound;
import dev.afterglow.intake.Delivery;
import dev.afterglow.intake.Sender;
import dev.afterglow.intake.Unreadable;
import dev.afterglow.order.EmptyShipments;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** AfterShip's webhooks. */
public final class AfterShipFuzz implements FuzzedParser {

    private static final List<String> TOPICS = List.of("tracking_update");

    private final AfterShipTranslation translation = new AfterShipTranslation(
            Clock.fixed(Instant.parse("2026-05-15T08:00:00Z"), ZoneOffset.UTC), EmptyShipments.open());

    @Override
    public void read(byte[] input) {
        var topic = FuzzedParser.chosen(input, TOPICS);
        try {
            Sound.check(translation.translate(
                    new Delivery(Sender.AFTERSHIP, "1", topic, null, "valid", "", FuzzedParser.text(input))));
        } catch (Unreadable e) {
            // Kept in the inbox with these words.
        }
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(FuzzedParser.seed(0, "intake/aftership/tracking-in-transit.json"));
    }
}
