package dev.afterglow.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.Shop;
import dev.afterglow.order.SignedLinks.Opened;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedLinksTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final OrderId ORDER = new OrderId(4711);
    private static final String OLD = "old:a-secret-of-last-year";
    private static final String NEW = "new:a-secret-of-this-year";

    private final SignedLinks links = links(NOW, NEW);

    @ParameterizedTest
    @EnumSource(LinkPurpose.class)
    void opensWhatItSigned(LinkPurpose purpose) {
        assertThat(links.open(links.token(ORDER, purpose, NOW), purpose)).isEqualTo(new Opened(ORDER, false));
        assertThat(links.to(ORDER, purpose, NOW))
                .hasToString("https://after.shop.example/afterglow/" + purpose.code() + "/"
                        + links.token(ORDER, purpose, NOW));
    }

    @ParameterizedTest
    @EnumSource(LinkPurpose.class)
    void opensNothingOfAnotherPurpose(LinkPurpose purpose) {
        for (var other : LinkPurpose.values()) {
            if (other != purpose) {
                assertThat(links.open(links.token(ORDER, purpose, NOW), other)).isEqualTo(Opened.FORGED);
            }
        }
    }

    @Test
    void expiresToTheSecondAndStillSaysWhoseItWas() {
        var token = links.token(ORDER, LinkPurpose.ORDER, NOW);
        var end = NOW.plus(Duration.ofDays(90));

        assertThat(links(end.minusSeconds(1), NEW).open(token, LinkPurpose.ORDER))
                .isEqualTo(new Opened(ORDER, false));
        assertThat(links(end, NEW).open(token, LinkPurpose.ORDER)).isEqualTo(new Opened(ORDER, true));
        assertThat(links(end, NEW).open(token, LinkPurpose.ORDER).valid()).isEmpty();
    }

    @Test
    void leavingNeverExpires() {
        var token = links.token(ORDER, LinkPurpose.UNSUBSCRIBE, NOW);

        assertThat(links(NOW.plus(Duration.ofDays(20_000)), NEW)
                        .open(token, LinkPurpose.UNSUBSCRIBE)
                        .valid())
                .contains(ORDER);
    }

    @Test
    void opensOldLinksWhileTheirKeyIsKeptAndSignsWithTheNewest() {
        var old = links(NOW, OLD).token(ORDER, LinkPurpose.ORDER, NOW);
        var both = links(NOW, NEW, OLD);

        assertThat(both.open(old, LinkPurpose.ORDER).valid()).contains(ORDER);
        assertThat(both.token(ORDER, LinkPurpose.ORDER, NOW)).startsWith("v1.new.");
        assertThat(links.open(old, LinkPurpose.ORDER)).isEqualTo(Opened.FORGED);
    }

    @Test
    void refusesEveryChangeOfASingleCharacter() {
        var token = links.token(ORDER, LinkPurpose.ORDER, NOW);
        for (var place = 0; place < token.length(); place++) {
            for (var sign : "Aa0._-=?/é\u0000".toCharArray()) {
                var changed = token.substring(0, place) + sign + token.substring(place + 1);
                if (!changed.equals(token)) {
                    assertThat(links.open(changed, LinkPurpose.ORDER))
                            .as(changed)
                            .isEqualTo(Opened.FORGED);
                }
            }
        }
    }

    @Test
    void refusesAMillionMutations() {
        var token = links.token(ORDER, LinkPurpose.ORDER, NOW);
        var random = new Random(4711);
        var accepted = new ArrayList<String>();
        for (var attempt = 0; attempt < 1_000_000; attempt++) {
            var changed = new StringBuilder(token);
            for (var change = 0; change <= random.nextInt(3); change++) {
                var place = random.nextInt(changed.length());
                switch (random.nextInt(3)) {
                    case 0 -> changed.setCharAt(place, (char) (33 + random.nextInt(94)));
                    case 1 -> changed.deleteCharAt(place);
                    default -> changed.insert(place, (char) (33 + random.nextInt(94)));
                }
            }
            if (!changed.toString().equals(token)) {
                if (links.open(changed.toString(), LinkPurpose.ORDER) != Opened.FORGED) {
                    accepted.add(changed.toString());
                }
            }
        }

        assertThat(accepted).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "...", "v1", "v1...", "v1.new..", "v1.new.!!!!.", "v2.new.AAAA.AAAA", "v1.new.a.b.c"})
    void refusesWhatIsNoToken(String token) {
        assertThat(links.open(token, LinkPurpose.ORDER)).isEqualTo(Opened.FORGED);
        assertThat(links.open(token + "x".repeat(5000), LinkPurpose.ORDER)).isEqualTo(Opened.FORGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!not base64!", "AAAA", "", "bwAA", "é"})
    void refusesAPayloadThatIsNoneEvenUnderOurOwnSignature(String payload) throws Exception {
        assertThat(links.open(signed(payload), LinkPurpose.ORDER)).isEqualTo(Opened.FORGED);
    }

    @Test
    void refusesAnOrderThatCannotBe() throws Exception {
        var bytes = ByteBuffer.allocate(17).put((byte) 'o').putLong(-1).putLong(0);
        var payload = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());

        assertThat(links.open(signed(payload), LinkPurpose.ORDER)).isEqualTo(Opened.FORGED);
    }

    private static String signed(String payload) throws Exception {
        var words = "v1.new." + payload;
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(NEW.substring(4).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var signature = java.util.Arrays.copyOf(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)), 18);
        return words + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private static SignedLinks links(Instant now, String... keys) {
        var shop = new Shop(
                "Shop",
                URI.create("https://shop.example"),
                URI.create("https://after.shop.example/afterglow/"),
                ZoneId.of("Europe/Paris"),
                Locale.ENGLISH,
                "help@shop.example",
                "Shop, Street 1",
                "#2f5d50");
        return new SignedLinks(new LinkSettings(List.of(keys)), shop, Clock.fixed(now, ZoneOffset.UTC));
    }
}
