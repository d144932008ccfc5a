package dev.afterglow.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule for drawings is seen red: a rule that never was may be testing nothing. */
class DrawingRuleTests {

    @Test
    void aGoodDrawingKeepsEveryRule() {
        var findings =
                DrawingRule.all().flatMap(rule -> rule.findings().apply(SmallJourney.drawing(), SmallJourney.PARTS));

        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("planted")
    void findsWhatWasPlanted(Planted planted) {
        var drawing = SmallJourney.with(planted.text(), planted.replacement());

        assertThat(rule(planted.rule()).findings().apply(drawing, SmallJourney.PARTS))
                .as(planted.rule())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding).startsWith(SmallJourney.FILE))
                .anySatisfy(finding -> assertThat(finding).contains(planted.element()));
    }

    @Test
    void everyRuleHasSomethingPlanted() {
        assertThat(planted().map(Planted::rule).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        DrawingRule.all().map(DrawingRule::name).toList());
    }

    private static DrawingRule rule(String name) {
        return DrawingRule.all()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Planted> planted() {
        return Stream.of(PlantedWords.all(), PlantedBehaviour.all(), PlantedGeometry.all())
                .flatMap(List::stream);
    }
}
