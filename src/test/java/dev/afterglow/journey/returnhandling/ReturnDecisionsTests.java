package dev.afterglow.journey.returnhandling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReturnDecisionsTests {

    private final TreeSet<String> hit = new TreeSet<>();
    private final DmnEngine engine = engine();

    @ParameterizedTest
    @CsvSource({
        "CUSTOMER, UNWANTED,     true,  1,   10,  REFUSE_FINAL_SALE",
        "CUSTOMER, UNWANTED,     true,  99,  900, REFUSE_FINAL_SALE",
        "CUSTOMER, UNWANTED,     false, 0,   500, APPROVE",
        "CUSTOMER, STYLE,        false, 30,  500, APPROVE",
        "CUSTOMER, STYLE,        false, 30,  501, REVIEW",
        "CUSTOMER, STYLE,        false, 31,  10,  REVIEW",
        "CUSTOMER, STYLE,        false, 45,  999, REVIEW",
        "CUSTOMER, STYLE,        false, 46,  10,  REFUSE_WINDOW_CLOSED",
        "PRODUCT,  DEFECTIVE,    true,  60,  500, APPROVE",
        "MERCHANT, WRONG_ITEM,   false, 0,   501, REVIEW",
        "CARRIER,  ARRIVED_LATE, false, 61,  10,  REVIEW",
        "PRODUCT,  DEFECTIVE,    false, 730, 900, REVIEW",
        "PRODUCT,  DEFECTIVE,    false, 731, 10,  REFUSE_GUARANTEE_OVER",
        "PRODUCT,  WARRANTY,     false, 1,   10,  REVIEW",
        "PRODUCT,  WARRANTY,     true,  900, 900, REVIEW"
    })
    void judgesAReturn(String fault, String reason, boolean finalSale, int days, int value, String verdict)
            throws IOException {
        var facts = Variables.createVariables()
                .putValue("fault", fault)
                .putValue("reason", reason)
                .putValue("finalSale", finalSale)
                .putValue("daysSinceDelivery", days)
                .putValue("goodsValue", value);

        String said = engine.evaluateDecisionTable(decision("return-policy.dmn", "returnPolicy"), facts)
                .getSingleResult()
                .getSingleEntry();

        assertThat(said).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"CUSTOMER, 99, 5", "CUSTOMER, 100, 10", "CARRIER, 1, 15", "PRODUCT, 900, 15"})
    void addsABonusToStoreCredit(String fault, int value, int percent) throws IOException {
        var facts = Variables.createVariables().putValue("fault", fault).putValue("goodsValue", value);

        Integer said = engine.evaluateDecisionTable(decision("resolution-bonus.dmn", "resolutionBonus"), facts)
                .getSingleResult()
                .getSingleEntry();

        assertThat(said).isEqualTo(percent);
    }

    @AfterAll
    void everyRuleWasHit() throws IOException {
        for (var file : new String[] {"return-policy.dmn", "resolution-bonus.dmn"}) {
            try (var source = Files.newInputStream(Path.of("processes/decisions", file))) {
                assertThat(Dmn.readModelFromStream(source).getModelElementsByType(Rule.class))
                        .extracting(Rule::getId)
                        .isSubsetOf(hit);
            }
        }
    }

    private DmnDecision decision(String file, String key) throws IOException {
        try (var source = Files.newInputStream(Path.of("processes/decisions", file))) {
            return engine.parseDecision(key, source);
        }
    }

    private DmnEngine engine() {
        var configuration = DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(this::remember);
        return configuration.buildEngine();
    }

    private void remember(DmnDecisionTableEvaluationEvent event) {
        event.getMatchingRules().forEach(rule -> hit.add(rule.getId()));
    }
}
