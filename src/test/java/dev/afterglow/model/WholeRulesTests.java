package dev.afterglow.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What exists without being drawn is found. */
class WholeRulesTests {

    private static final List<Drawing> DRAWN = List.of(SmallJourney.drawing());
    private static final List<Drawing> NOTHING_DRAWN = List.of();
    private static final Parts PARTS = SmallJourney.PARTS;

    @Test
    void aWholeSourceTreeKeepsEveryRule() {
        assertThat(Stream.of(
                                WholeRules.everyDelegateIsDrawn(DRAWN, PARTS),
                                WholeRules.everyTouchpointIsDrawn(DRAWN, PARTS),
                                WholeRules.templatesOfferWhatExists(PARTS),
                                WholeRules.everyFormIsShown(DRAWN, PARTS),
                                WholeRules.everyDecisionIsAsked(DRAWN, PARTS))
                        .flatMap(findings -> findings))
                .isEmpty();
    }

    @Test
    void findsWhatNobodyDrew() {
        assertThat(WholeRules.everyDelegateIsDrawn(NOTHING_DRAWN, PARTS)).hasSize(3);
        assertThat(WholeRules.everyTouchpointIsDrawn(NOTHING_DRAWN, PARTS)).hasSize(2);
        assertThat(WholeRules.everyFormIsShown(NOTHING_DRAWN, PARTS)).hasSize(1);
        assertThat(WholeRules.everyDecisionIsAsked(NOTHING_DRAWN, PARTS)).hasSize(1);
    }

    @Test
    void findsDelegatesAndFormsNamedOtherwise() {
        var parts = parts(Map.of("sendTouchpoint", "Sender"), Map.of("call-customer.form", "call"), "");

        assertThat(WholeRules.everyDelegateIsDrawn(DRAWN, parts))
                .containsExactly(
                        "Sender: call the class SendTouchpointDelegate, or its bean as the class without Delegate");
        assertThat(WholeRules.everyFormIsShown(DRAWN, parts))
                .contains("forms/call-customer.form: give the form the id callCustomer");
    }

    @Test
    void findsTemplatesThatOfferOtherMessages() {
        var parts = new Parts(Map.of(), Set.of("welcome"), Map.of(), Set.of(), Set.of(), "", SmallJourney.TEMPLATES);

        assertThat(WholeRules.templatesOfferWhatExists(parts))
                .singleElement()
                .asString()
                .startsWith("send-message.json");
    }

    @Test
    void decisionsMayBeAskedByTheJourneysClasses() {
        var parts = parts(Map.of(), Map.of(), "decisions.evaluate(\"refundPolicy\")");

        assertThat(WholeRules.everyDecisionIsAsked(NOTHING_DRAWN, parts)).isEmpty();
    }

    private static Parts parts(Map<String, String> delegates, Map<String, String> forms, String journeySource) {
        return new Parts(
                delegates,
                PARTS.touchpoints(),
                forms,
                PARTS.processes(),
                PARTS.decisions(),
                journeySource,
                PARTS.templates());
    }
}
