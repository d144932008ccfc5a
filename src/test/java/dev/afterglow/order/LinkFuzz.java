package dev.afterglow.order;

import static dev.afterglow.fuzz.FuzzedParser.seedText;

import dev.afterglow.customer.Shop;
import dev.afterglow.fuzz.FuzzedParser;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Links customers open: none but the one that was signed may open anything. */
public final class LinkFuzz implements FuzzedParser {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final List<LinkPurpose> PURPOSES = Arrays.asList(LinkPurpose.values());

    private final SignedLinks links = new SignedLinks(
            new LinkSettings(List.of("new:a-secret-of-this-year", "old:a-secret-of-last-year")),
            new Shop(
                    "Shop",
                    URI.create("https://shop.example"),
                    URI.create("https://after.shop.example"),
                    ZoneId.of("Europe/Paris"),
                    Locale.ENGLISH,
                    "help@shop.example",
                    "Shop, Street 1",
                    "#2f5d50"),
            Clock.fixed(NOW, ZoneOffset.UTC));
    private final String signed = links.token(new OrderId(4711), LinkPurpose.ORDER, NOW);

    @Override
    public void read(byte[] input) {
        var purpose = FuzzedParser.chosen(input, PURPOSES);
        var token = FuzzedParser.text(input);
        var isOurs = purpose == LinkPurpose.ORDER && token.equals(signed);
        if (links.open(token, purpose).valid().isPresent() != isOurs) {
            throw new AssertionError((isOurs ? "Refused" : "Opened by") + " " + purpose + " " + token);
        }
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                seedText(0, signed), seedText(1, signed), seedText(0, "v1.new.AAAA.AAAA"), seedText(0, "v1.x..."));
    }
}
