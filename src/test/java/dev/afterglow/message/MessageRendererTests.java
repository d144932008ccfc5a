package dev.afterglow.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.customer.Purpose;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessageRendererTests {

    private static final List<String> LANGUAGES = List.of("en", "fr", "de");
    private static final Pattern UNFINISHED = Pattern.compile(
            "\\?\\?|\\bnull\\b|\\{\\{|\\{[A-Za-z]\\w*}|\\$\\{|#\\{|\\bth:|\\[\\(|\\[\\[|\\(\\)| ,|\\.\\.");

    private static final Touchpoints TOUCHPOINTS = new Touchpoints(Readers.FILES);
    private static final MessageRenderer RENDERER = Readers.renderer();

    @ParameterizedTest
    @MethodSource("everyMessage")
    void readsAsIfWrittenByHandWhateverIsKnown(String touchpoint, String language, MessageFacts facts) {
        var message = render(touchpoint, language, facts);

        assertThat(message.subject()).isNotBlank().doesNotContain("\n").doesNotContainPattern(UNFINISHED);
        assertThat(message.text()).doesNotContainPattern(UNFINISHED).doesNotContain("\n\n\n");
        assertThat(message.text().strip().lines()).hasSizeGreaterThan(8);
        if (message.html() != null) {
            assertThat(words(message.html())).doesNotContainPattern(UNFINISHED);
            assertThat(message.html()).doesNotContainPattern("\\bth:(?!/)").doesNotContain("href=\"\"", "src=\"\"");
        }
    }

    @ParameterizedTest
    @MethodSource("everyMessage")
    void keepsTheCraftOfMail(String touchpoint, String language, MessageFacts facts) {
        var html = render(touchpoint, language, facts).html();
        if (html == null) {
            assertThat(touchpoint).startsWith("usage-check");
            return;
        }

        assertThat(html)
                .contains("lang=\"" + language + "\"", "<meta name=\"color-scheme\"", "prefers-color-scheme: dark");
        assertThat(Pattern.compile("<h1").matcher(html).results()).hasSize(1);
        assertThat(Pattern.compile("class=\"button\"").matcher(html).results()).hasSizeLessThanOrEqualTo(1);
        assertThat(html).doesNotContainPattern("<img(?![^>]* alt=)").doesNotContainPattern("<title></title>");
        assertThat(html)
                .doesNotContainPattern("<table(?! role=\"presentation\")")
                .doesNotContainPattern("font-size:1[0-5]px");
        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(60_000);
    }

    @ParameterizedTest
    @MethodSource("everyMessage")
    void saysTheSameInHtmlAndInText(String touchpoint, String language, MessageFacts facts) {
        var message = render(touchpoint, language, facts);
        if (message.html() == null) {
            return;
        }

        var body = message.html()
                .substring(message.html().indexOf("<h1"), message.html().indexOf("<p class=\"line\""));
        var paragraphs =
                Pattern.compile("<(?:p|h1|h2)[^>]*>([^<]{12,})<").matcher(body).results();
        assertThat(paragraphs.map(paragraph -> unescaped(paragraph.group(1)).strip()))
                .allSatisfy(paragraph -> assertThat(message.text()).contains(paragraph));
        assertThat(links(message.html()))
                .allSatisfy(link -> assertThat(message.text()).contains(link));
    }

    @Test
    void neverSellsOrOffersToUnsubscribeInWhatBelongsToThePurchase() {
        for (var touchpoint : TOUCHPOINTS.all()) {
            for (var language : LANGUAGES) {
                var message = render(touchpoint.key(), language, Readers.everything());
                var all = message.html() + message.text();
                var links = Readers.links();
                if (touchpoint.purpose() == Purpose.TRANSACTIONAL) {
                    assertThat(all)
                            .doesNotContain(
                                    "tea caddy",
                                    "/p/CADDY-1",
                                    links.get("unsubscribe").toString());
                    assertThat(all).doesNotContain(links.get("preferences").toString());
                } else {
                    assertThat(message.text()).contains(links.get("unsubscribe").toString());
                }
                if (touchpoint.purpose() != Purpose.PROMOTIONAL) {
                    assertThat(all).doesNotContain("tea caddy");
                }
            }
        }
    }

    @Test
    void asksWithoutPicturesWhetherItWasTested() {
        var links = new HashMap<>(Readers.links());
        links.put("answer-problem", URI.create("https://care.shop.example/a/3"));
        var facts = with(Readers.everything(), links);

        var message = render("usage-check", "en", facts);

        assertThat(message.html()).isNull();
        assertThat(message.subject()).isEqualTo("Have you tested it?");
        assertThat(message.text())
                .contains(
                        "Have you tested your Kyoto teapot?", "1) It works well", "2) Not yet", "3) There is a problem")
                .contains("https://care.shop.example/a/3");
    }

    @Test
    void givesAReceiptThatAddsUp() {
        var message = render("order-confirmation", "en", Readers.everything());

        assertThat(message.subject()).contains("#1042");
        assertThat(message.text())
                .contains("- 1 × Kyoto teapot, Celadon, 0.8 l: €68.00", "- 2 × Pair of Uji cups: €65.50")
                .contains("Delivery: €4.90", "Total: €138.40")
                .doesNotContain("Discounts");
    }

    @Test
    void namesWhatTheShopTookOffOrAddedSoThatAReceiptAddsUp() {
        var order = Readers.order();
        var discounted = new MessageFacts.Purchase(
                order.number(),
                order.placedOn(),
                "EUR",
                new BigDecimal("123.50"),
                BigDecimal.ZERO,
                order.lines(),
                null);

        var message = render("order-confirmation", "en", with(Readers.everything(), discounted));

        assertThat(message.text()).contains("Delivery: Free", "Discounts and taxes: -€10.00", "Total: €123.50");
        assertThat(words(String.valueOf(message.html()))).contains("Free", "-€10.00");
    }

    @Test
    void staysWholeInMailProgramsThatCutLongMessages() {
        var line = Readers.order().lines().get(0);
        var lines = IntStream.range(0, 250).mapToObj(number -> line).toList();
        var order = new MessageFacts.Purchase(
                "1", Readers.order().placedOn(), "EUR", new BigDecimal("17000.00"), null, lines, null);

        var message = render("order-confirmation", "de", with(Readers.everything(), order));

        assertThat(String.valueOf(message.html()).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(100_000);
        assertThat(Pattern.compile("1 × Kyoto teapot")
                        .matcher(String.valueOf(message.html()))
                        .results())
                .hasSize(250);
    }

    @Test
    void keepsWhatCustomersTypeAsText() {
        var attack = "</script><script>alert(1)</script>{firstName}${7*7}#{subject}[[${shop}]]";
        var order = Readers.order();
        var line = new MessageFacts.Line(attack, attack, attack, "javascript:alert(1)", 1, BigDecimal.TEN);
        var hostile = new MessageFacts(
                attack,
                new MessageFacts.Purchase(
                        attack, order.placedOn(), "EUR", BigDecimal.TEN, null, List.of(line), "javascript:alert(1)"),
                new MessageFacts.Item(attack, attack, attack, "javascript:a", "data:x", "javascript:b", attack, 1),
                List.of(new MessageFacts.Item(attack, attack, attack, "javascript:a", "data:x", null, null, null)),
                new MessageFacts.Parcel(attack, attack, "javascript:c", order.placedOn(), null),
                null,
                Map.of("order", URI.create("javascript:alert(1)")));

        for (var touchpoint : TOUCHPOINTS.all()) {
            var message = render(touchpoint.key(), "fr", hostile);
            var html = String.valueOf(message.html());
            assertThat(html).doesNotContain("<script>", "javascript:", "data:x").doesNotContain(">49<");
            assertThat(Pattern.compile("</script").matcher(html).results().count())
                    .isEqualTo(
                            Pattern.compile("<script ").matcher(html).results().count());
            assertThat(message.text()).doesNotContain("javascript:").contains("Bonjour,");
        }
    }

    @Test
    void writesNoAdvertisementInPlaceOfAName() {
        assertThat(greeting("Anna")).isEqualTo("Hello Anna,");
        assertThat(greeting("Jean-François")).isEqualTo("Hello Jean-François,");
        assertThat(greeting("O’Neil ")).isEqualTo("Hello O’Neil,");
        assertThat(greeting(" ")).isEqualTo("Hello,");
        assertThat(greeting("Win 500€ at http://bad.example")).isEqualTo("Hello,");
        assertThat(greeting("A\r\nBcc: x")).isEqualTo("Hello,");
    }

    @Test
    void speaksTheReadersLanguageElseTheShopsElseEnglish() {
        var ofAGermanShop = new MessageRenderer(Readers.shop("de", "#2f5d50"), Readers.FILES);
        var ofADanishShop = new MessageRenderer(Readers.shop("da", "#2f5d50"), Readers.FILES);
        var welcome = TOUCHPOINTS.byKey("welcome");

        assertThat(RENDERER.render(welcome, Locale.CANADA_FRENCH, Readers.everything())
                        .text())
                .contains("Bonjour Anna");
        assertThat(ofAGermanShop
                        .render(welcome, new Locale("nl"), Readers.everything())
                        .text())
                .contains("Guten Tag");
        assertThat(ofADanishShop
                        .render(welcome, new Locale("nl"), Readers.everything())
                        .text())
                .contains("Hello Anna");
    }

    @Test
    void saysWhichTouchpointLanguageAndKeyIsMissing() {
        var words = new Words("welcome", "fr", Map.of("greeting", "Bonjour {firstName},"));

        assertThatThrownBy(() -> words.text("headline", name -> null))
                .isInstanceOf(UnfinishedMessage.class)
                .hasMessageContaining("'welcome' has no text 'headline' in 'fr'")
                .hasMessageContaining("messages/welcome/texts_fr.properties");
        assertThatThrownBy(() -> new Words("welcome", "fr", Map.of("x", "Bonjour {0}")).text("x", name -> null))
                .isInstanceOf(UnfinishedMessage.class)
                .hasMessageContaining("{0} is not known here");
        assertThatThrownBy(() -> words.text("greeting", name -> null))
                .isInstanceOf(UnfinishedMessage.class)
                .hasMessageContaining("'welcome' cannot say 'greeting' in 'fr': {firstName}");
    }

    @Test
    void saysWhichFolderHasNoText() {
        var unknown = new Touchpoint(
                "birthday", Purpose.RELATIONAL, Objective.DISCOVER, Format.VISUAL, Period.ofDays(1), Set.of());

        assertThatThrownBy(() -> RENDERER.render(unknown, Locale.ENGLISH, Readers.everything()))
                .isInstanceOf(UnfinishedMessage.class)
                .hasMessageContaining("messages/birthday/texts_en.properties");
    }

    private RenderedMessage render(String touchpoint, String language, MessageFacts facts) {
        return RENDERER.render(TOUCHPOINTS.byKey(touchpoint), new Locale(language), facts);
    }

    private String greeting(String firstName) {
        var all = Readers.everything();
        var facts = new MessageFacts(
                firstName, all.order(), all.product(), all.suggestions(), all.shipment(), null, all.links());
        var text = render("usage-check", "en", facts).text();
        return text.lines().findFirst().orElseThrow();
    }

    /** Everything known, hardly anything, and everything but one. */
    static Stream<Arguments> everyMessage() {
        var arguments = new ArrayList<Arguments>();
        for (var touchpoint : TOUCHPOINTS.all()) {
            for (var language : LANGUAGES) {
                for (var facts : occasions()) {
                    arguments.add(Arguments.of(touchpoint.key(), language, facts));
                }
            }
        }
        return arguments.stream();
    }

    private static List<MessageFacts> occasions() {
        var all = Readers.everything();
        var order = all.order();
        var none = List.<MessageFacts.Item>of();
        var bareItem = new MessageFacts.Item("X", "Kyoto teapot", "Tea", null, null, null, null, null);
        var bareParcel = new MessageFacts.Parcel(null, null, null, null, null);
        return List.of(
                all,
                Readers.hardlyAnything(),
                new MessageFacts(null, order, all.product(), all.suggestions(), all.shipment(), null, all.links()),
                new MessageFacts("Anna", order, null, all.suggestions(), all.shipment(), null, all.links()),
                new MessageFacts("Anna", order, all.product(), none, all.shipment(), null, all.links()),
                new MessageFacts("Anna", order, bareItem, List.of(bareItem), bareParcel, null, all.links()),
                new MessageFacts("Anna", order, bareItem, none, null, null, Map.of()));
    }

    private static MessageFacts with(MessageFacts facts, Map<String, URI> links) {
        return new MessageFacts(
                facts.firstName(), facts.order(), facts.product(), facts.suggestions(), facts.shipment(), null, links);
    }

    private static MessageFacts with(MessageFacts facts, MessageFacts.Purchase order) {
        return new MessageFacts(
                facts.firstName(), order, facts.product(), facts.suggestions(), facts.shipment(), null, facts.links());
    }

    private static String words(String html) {
        return unescaped(html.replaceAll("(?s)<(style|script).*?</\\1>", "").replaceAll("<[^>]*>", "\n"));
    }

    private static List<String> links(String html) {
        return Pattern.compile("href=\"(https?://[^\"]+)\"")
                .matcher(html)
                .results()
                .map(link -> unescaped(link.group(1)))
                .filter(link -> !link.equals("https://shop.example/"))
                .collect(Collectors.toList());
    }

    private static String unescaped(String html) {
        return html.replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&nbsp;", "\u00a0")
                .replace("&amp;", "&");
    }
}
