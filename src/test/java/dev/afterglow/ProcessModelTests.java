package dev.afterglow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.afterglow.model.Decision;
import dev.afterglow.model.Drawing;
import dev.afterglow.model.DrawingRule;
import dev.afterglow.model.Parts;
import dev.afterglow.model.WholeRules;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every drawing and decision keeps the house's rules, and drawings and code know each other in both directions. */
class ProcessModelTests {

    private final List<Drawing> drawings = Drawing.all();
    private final Parts parts = Parts.ofTheProject();

    @Test
    void delegatesHaveDrawingsToRunIn() {
        assertThat(drawings.isEmpty() && !parts.delegates().isEmpty())
                .as(
                        "there are delegates %s, but no drawing in processes/",
                        parts.delegates().values())
                .isFalse();
    }

    @TestFactory
    Stream<DynamicNode> everyDrawingKeepsTheRules() {
        return drawings.stream()
                .map(drawing -> dynamicContainer(
                        drawing.file(),
                        DrawingRule.all()
                                .map(rule -> dynamicTest(
                                        rule.name(),
                                        () -> assertThat(rule.findings().apply(drawing, parts))
                                                .as(rule.name())
                                                .isEmpty()))));
    }

    @TestFactory
    Stream<DynamicNode> everyDecisionKeepsTheRules() {
        return Decision.all().stream()
                .map(decision -> dynamicTest(decision.file(), () -> nothing(decision.findings())));
    }

    @Test
    void everyDelegateIsDrawn() {
        nothing(WholeRules.everyDelegateIsDrawn(drawings, parts));
    }

    @Test
    void everyTouchpointIsDrawn() {
        // The first texts may be written before the first drawing; from then on each needs its place.
        if (!drawings.isEmpty()) {
            nothing(WholeRules.everyTouchpointIsDrawn(drawings, parts));
        }
    }

    @Test
    void templatesOfferTheTouchpointsThereAre() {
        nothing(WholeRules.templatesOfferWhatExists(parts));
    }

    @Test
    void everyFormIsShown() {
        nothing(WholeRules.everyFormIsShown(drawings, parts));
    }

    @Test
    void everyDecisionIsAsked() {
        nothing(WholeRules.everyDecisionIsAsked(drawings, parts));
    }

    private static void nothing(Stream<String> findings) {
        assertThat(findings.toList()).as("what to change").isEmpty();
    }
}
