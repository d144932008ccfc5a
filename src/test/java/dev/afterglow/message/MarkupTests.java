package dev.afterglow.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MarkupTests {

    private static final Pattern SCRIPT =
            Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

    @Test
    void tellsMailProgramsTheWholeOrder() throws JsonProcessingException {
        var order = markup("order-confirmation", Readers.everything());

        assertThat(order.path("@type").asText()).isEqualTo("Order");
        assertThat(order.path("merchant").path("name").asText()).isEqualTo("Maison Verdier");
        assertThat(order.path("orderNumber").asText()).isEqualTo("#1042");
        assertThat(order.path("price").asText()).isEqualTo("138.40");
        assertThat(order.path("priceCurrency").asText()).isEqualTo("EUR");
        assertThat(order.path("url").asText()).isEqualTo("https://care.shop.example/o/abc");
        assertThat(order.path("acceptedOffer")).hasSize(2);
        var cups = order.path("acceptedOffer").path(1);
        assertThat(cups.path("itemOffered").path("name").asText()).isEqualTo("Pair of Uji cups");
        assertThat(cups.path("price").asText()).isEqualTo("32.75");
        assertThat(cups.path("eligibleQuantity").path("value").asInt()).isEqualTo(2);
    }

    @Test
    void tellsMailProgramsWhereTheParcelIs() throws JsonProcessingException {
        var parcel = markup("shipping-notice", Readers.everything());

        assertThat(parcel.path("@type").asText()).isEqualTo("ParcelDelivery");
        assertThat(parcel.path("carrier").path("name").asText()).isEqualTo("DHL");
        assertThat(parcel.path("deliveryAddress").path("addressLocality").asText())
                .isEqualTo("München");
        assertThat(parcel.path("expectedArrivalUntil").asText()).isEqualTo("2026-11-25");
        assertThat(parcel.path("trackingUrl").asText()).isEqualTo("https://track.example/00340434161094021501");
        assertThat(parcel.path("itemShipped").path(0).path("name").asText()).isEqualTo("Kyoto teapot");
        assertThat(parcel.path("partOfOrder").path("orderNumber").asText()).isEqualTo("#1042");
        assertThat(parcel.path("partOfOrder").path("merchant").path("name").asText())
                .isEqualTo("Maison Verdier");
    }

    @Test
    void tellsNothingOfAParcelThatIsHardlyKnown() {
        var html = html("shipping-notice", Readers.hardlyAnything());

        assertThat(html).doesNotContain("ld+json");
    }

    @Test
    void keepsEveryWordOfTheCustomerInsideItsQuotes() throws JsonProcessingException {
        var title = "</script><!-- <script>\u2028\"' & {firstName} [[${7*7}]]";
        var line = new MessageFacts.Line(title, null, null, null, 1, BigDecimal.TEN);
        var order = Readers.order();
        var purchase = new MessageFacts.Purchase(
                "1", order.placedOn(), "EUR", BigDecimal.TEN, null, List.of(line, line, line), null);

        var written =
                markup("order-confirmation", new MessageFacts(null, purchase, null, List.of(), null, null, Map.of()));

        assertThat(written.path("acceptedOffer")
                        .path(0)
                        .path("itemOffered")
                        .path("name")
                        .asText())
                .isEqualTo(title.replace('\u2028', ' '));
    }

    private static JsonNode markup(String touchpoint, MessageFacts facts) throws JsonProcessingException {
        var script = SCRIPT.matcher(html(touchpoint, facts));
        assertThat(script.find()).isTrue();
        return new ObjectMapper().readTree(script.group(1));
    }

    private static String html(String touchpoint, MessageFacts facts) {
        var rendered =
                Readers.renderer().render(new Touchpoints(Readers.FILES).byKey(touchpoint), Locale.ENGLISH, facts);
        return String.valueOf(rendered.html());
    }
}
