package dev.afterglow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.Purpose;
import dev.afterglow.journey.touchpoint.DrawnTouchpoint;
import dev.afterglow.journey.touchpoint.DrawnTouchpoints;
import dev.afterglow.message.Objective;
import dev.afterglow.message.Touchpoint;
import dev.afterglow.message.Touchpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The faults that make after-sale messages a nuisance, looked for in the drawing and in the words. */
@AfterglowTest
class PitfallTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern DISCOUNT = Pattern.compile(
            "voucher|your code|discount|\\d ?%|promo code|gutschein|rabatt|nachlass|remise|bon d’achat|code promo");
    private static final Map<String, Pattern> REVIEW = Map.of(
            "en", Pattern.compile("\\breview|\\brate us|\\bstars"),
            "fr", Pattern.compile("(?:un|votre|donnez|laissez) avis|étoiles|\\bnotez"),
            "de", Pattern.compile("bewert|rezension|sterne"));

    @Autowired
    DrawnTouchpoints drawn;

    @Autowired
    Touchpoints touchpoints;

    @Test
    void promotesInAtMostOneOfThreePlannedMessages() {
        var planned = planned();

        var promotions = planned.stream()
                .filter(touchpoint -> touchpoint.purpose() == Purpose.PROMOTIONAL)
                .count();
        assertThat(promotions * 3).isPositive().isLessThanOrEqualTo(planned.size());
    }

    @Test
    void promotesNothingBeforeTheTenthDay() {
        assertThat(drawn.ofLatestJourney())
                .filteredOn(planned -> planned.day() < 10)
                .isNotEmpty()
                .allMatch(planned -> touchpoints.byKey(planned.touchpoint()).purpose() != Purpose.PROMOTIONAL);
    }

    @Test
    void speaksOfNoDiscountBeforeTheThirtiethDay() throws IOException {
        for (var planned : drawn.ofLatestJourney()) {
            var isReactivation = touchpoints.byKey(planned.touchpoint()).objective() == Objective.REACTIVATE;
            if (planned.day() < 30) {
                assertThat(isReactivation).as(planned.touchpoint()).isFalse();
                assertThat(texts(planned.touchpoint())).as(planned.touchpoint()).doesNotContainPattern(DISCOUNT);
            }
        }
        assertThat(texts("reactivation")).containsPattern(DISCOUNT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "de"})
    void asksForAtMostOneReviewPerOrder(String language) {
        var ask = REVIEW.get(language);

        assertThat(planned())
                .filteredOn(touchpoint -> ask.matcher(read(touchpoint.key(), "texts_" + language + ".properties")
                                .toLowerCase(Locale.ROOT))
                        .find())
                .hasSizeLessThanOrEqualTo(1);
        assertThat(read("feedback-promoter", "texts_" + language + ".properties")
                        .toLowerCase(Locale.ROOT))
                .as("the one that may ask")
                .containsPattern(ask);
    }

    @Test
    void quotesOtherCustomersOnlyWhereItMaySell() throws IOException {
        for (var touchpoint : touchpoints.all()) {
            if (touchpoint.purpose() != Purpose.PROMOTIONAL) {
                assertThat(words(touchpoint.key())).as(touchpoint.key()).doesNotContain("testimonial");
            }
        }
    }

    @Test
    void speaksOfWhatWasBought() throws IOException {
        for (var touchpoint : planned()) {
            var all = words(touchpoint.key());
            assertThat(all)
                    .as(touchpoint.key())
                    .containsAnyOf("{product}", "facts.product", "layout/parts.html :: receipt");
        }
    }

    @Test
    void followsAnotherObjectiveEachTimeAndVariesTheForm() {
        var planned = drawn.ofLatestJourney().stream()
                .map(DrawnTouchpoint::touchpoint)
                .map(touchpoints::byKey)
                .toList();

        assertThat(planned.stream().map(Touchpoint::objective)).doesNotHaveDuplicates();
        assertThat(planned.stream().map(Touchpoint::format).distinct()).hasSizeGreaterThan(1);
    }

    @Test
    void keepsPromotionOutOfWhatBelongsToThePurchase() throws IOException {
        for (var touchpoint : touchpoints.all()) {
            if (touchpoint.purpose() == Purpose.TRANSACTIONAL) {
                assertThat(words(touchpoint.key()))
                        .as(touchpoint.key())
                        .doesNotContain("suggestion", "links['selection']", "parts.html :: voucher");
            }
        }
    }

    /** What every customer gets who lets the days pass: the confirmation and the plan. */
    private List<Touchpoint> planned() {
        return Stream.concat(
                        Stream.of("order-confirmation"),
                        drawn.ofLatestJourney().stream().map(DrawnTouchpoint::touchpoint))
                .map(touchpoints::byKey)
                .toList();
    }

    private static String texts(String touchpoint) {
        return Stream.of("en", "fr", "de")
                .map(language -> read(touchpoint, "texts_" + language + ".properties"))
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }

    private static String words(String touchpoint) throws IOException {
        try (var files = Files.list(MESSAGES.resolve(touchpoint))) {
            return files.filter(file -> !file.endsWith("message.yaml"))
                    .map(file -> read(touchpoint, file.getFileName().toString()))
                    .collect(Collectors.joining("\n"))
                    .toLowerCase(Locale.ROOT);
        }
    }

    private static String read(String touchpoint, String file) {
        try {
            return Files.readString(MESSAGES.resolve(touchpoint).resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
