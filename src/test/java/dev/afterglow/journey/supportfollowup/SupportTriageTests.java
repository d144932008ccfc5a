package dev.afterglow.journey.supportfollowup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupportTriageTests {

    private final Set<String> hit = new HashSet<>();
    private final DmnModelInstance table = Dmn.readModelFromFile(
            Path.of("processes/decisions/support-triage.dmn").toFile());
    private final DmnEngine decisions = engine();

    @ParameterizedTest(name = "{0}, known {1}, warranty {2}, loyal {3}, {4}: {5}")
    @CsvSource({
        "PARCEL_SEARCH,   false, false, false, 20,  rule_parcelSearch,     support,     80, 8",
        "PARCEL_SEARCH,   true,  true,  true,  900, rule_parcelSearch,     support,     80, 8",
        "WARRANTY_CLAIM,  true,  true,  false, 20,  rule_warrantyRunning,  care,        60, 24",
        "WARRANTY_CLAIM,  true,  false, true,  900, rule_warrantyDoubtful, supervisors, 50, 24",
        "CARE_AND_REPAIR, false, false, true,  900, rule_productUnknown,   support,     50, 24",
        "CARE_AND_REPAIR, true,  true,  true,  300, rule_valuableRepair,   care,        70, 8",
        "CARE_AND_REPAIR, true,  true,  true,  299, rule_loyalRepair,      care,        70, 8",
        "CARE_AND_REPAIR, true,  true,  false, 299, rule_repair,           care,        50, 24",
        "QUESTION,        true,  true,  true,  900, rule_loyalQuestion,    support,     70, 8",
        "QUESTION,        false, false, false, 300, rule_valuableQuestion, support,     60, 8",
        "QUESTION,        false, false, false, 299, rule_anyOther,         support,     50, 24",
    })
    void givesEachCaseAGroupAPriorityAndATime(
            String topic,
            boolean known,
            boolean warranty,
            boolean loyal,
            int value,
            String rule,
            String team,
            int priority,
            int dueHours) {
        var before = Set.copyOf(hit);

        var triage = decisions.evaluateDecisionTable(
                decisions.parseDecision("supportTriage", table),
                Map.of(
                        "topic", topic,
                        "productKnown", known,
                        "warrantyRunning", warranty,
                        "loyalCustomer", loyal,
                        "orderValue", value));

        assertThat(triage.getSingleResult().getEntryMap())
                .isEqualTo(Map.of("team", team, "priority", priority, "dueHours", dueHours));
        assertThat(hit).containsAll(before).contains(rule);
    }

    @AfterAll
    void everyRuleWasHit() {
        assertThat(hit)
                .containsExactlyInAnyOrderElementsOf(table.getModelElementsByType(Rule.class).stream()
                        .map(Rule::getId)
                        .toList());
    }

    private DmnEngine engine() {
        var configuration = new DefaultDmnEngineConfiguration();
        DmnDecisionTableEvaluationListener notes =
                event -> event.getMatchingRules().forEach(rule -> hit.add(rule.getId()));
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(notes));
        return configuration.buildEngine();
    }
}
