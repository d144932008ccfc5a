package dev.afterglow.journey.feedbackfollowup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every rule of the decision, and every answer a customer can give. */
class FeedbackRoutingTests {

    private final Set<String> hit = new HashSet<>();
    private DmnEngine engine;
    private DmnDecision decision;

    @BeforeEach
    void readTheDecision() throws IOException {
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(new ArrayList<>(List.of(this::note)));
        engine = configuration.buildEngine();
        try (var file = Files.newInputStream(Path.of("processes/decisions/feedback-routing.dmn"))) {
            decision = engine.parseDecision("feedbackRouting", file);
        }
    }

    @Test
    void hitsEveryRuleAndLeavesNoAnswerWithoutOne() {
        assertThat(usage("WORKS_WELL", false)).isEqualTo("NONE");
        assertThat(usage("WORKS_WELL", true)).isEqualTo("CALL_BACK");
        assertThat(usage("NOT_YET", false)).isEqualTo("CHECK_AGAIN");
        assertThat(usage("NOT_YET", true)).isEqualTo("CALL_BACK");
        assertThat(List.of(usage("PROBLEM", false), usage("PROBLEM", true))).containsOnly("OPEN_CASE");
        for (var score = 0; score <= 10; score++) {
            assertThat(score(score, false)).isEqualTo(score <= 6 ? "CALL_BACK" : score <= 8 ? "ASK" : "THANK");
            assertThat(score(score, true)).isEqualTo("CALL_BACK");
        }
        for (var stars = 1; stars <= 5; stars++) {
            for (var unhappy : List.of(true, false)) {
                assertThat(review(stars, unhappy, true)).isEqualTo(stars <= 2 ? "MODERATE_AND_CALL_BACK" : "MODERATE");
                assertThat(review(stars, unhappy, false)).isEqualTo(stars <= 2 ? "CALL_BACK" : "NONE");
            }
        }

        var drawn = ((DmnDecisionTableImpl) decision.getDecisionLogic())
                .getRules().stream().map(DmnDecisionTableRuleImpl::getId).toList();
        assertThat(hit).containsExactlyInAnyOrderElementsOf(drawn);
    }

    private String usage(String answer, boolean unhappy) {
        return decide("USAGE", answer, -1, unhappy, false);
    }

    private String score(int score, boolean unhappy) {
        return decide("SCORE", "NONE", score, unhappy, false);
    }

    private String review(int stars, boolean unhappy, boolean published) {
        return decide("REVIEW", "NONE", stars, unhappy, published);
    }

    private String decide(String kind, String answer, int score, boolean unhappy, boolean published) {
        return Objects.requireNonNull(engine.evaluateDecisionTable(
                        decision,
                        Map.of(
                                "kind", kind,
                                "answer", answer,
                                "score", score,
                                "unhappyWords", unhappy,
                                "mayBePublished", published))
                .getSingleEntry());
    }

    private void note(DmnDecisionTableEvaluationEvent event) {
        event.getMatchingRules().stream().map(DmnEvaluatedDecisionRule::getId).forEach(hit::add);
    }
}
