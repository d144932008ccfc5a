package dev.afterglow.journey.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.springframework.core.io.ClassPathResource;

/**
 * A decision of {@code processes/decisions} that is asked so often that it is kept compiled: the engine's own service
 * would look for its latest version in the database each time.
 */
public final class DecisionTable {

    private final DmnEngine engine;
    private final DmnDecision decision;
    private final ThreadLocal<DmnEvaluatedDecisionRule> hit = new ThreadLocal<>();

    private DecisionTable(String id) {
        var configuration =
                (DefaultDmnEngineConfiguration) DefaultDmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(() -> new RememberedFeel(new ScalaFeelEngineFactory().createInstance()));
        configuration.getCustomPostDecisionTableEvaluationListeners().add(remember());
        engine = configuration.buildEngine();
        try (var file = new ClassPathResource("processes/decisions/" + fileOf(id)).getInputStream()) {
            decision = engine.parseDecisions(file).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The decision with this id; its file has the same words. */
    public static DecisionTable of(String id) {
        return new DecisionTable(id);
    }

    private static String fileOf(String id) {
        return id.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + ".dmn";
    }

    /** @throws IllegalStateException when no rule fits */
    public Hit firstHit(Map<String, Object> inputs) {
        hit.remove();
        engine.evaluateDecisionTable(decision, inputs);
        var rule = hit.get();
        if (rule == null) {
            throw new IllegalStateException("No rule of \"" + decision.getName() + "\" fits " + inputs);
        }
        return new Hit(rule);
    }

    private DmnDecisionTableEvaluationListener remember() {
        return event -> event.getMatchingRules().stream().findFirst().ifPresent(hit::set);
    }

    /** The rule that decided, and what it says. */
    public static final class Hit {

        private final DmnEvaluatedDecisionRule rule;

        private Hit(DmnEvaluatedDecisionRule rule) {
            this.rule = rule;
        }

        /** The rule's id in the table. */
        public String rule() {
            return rule.getId();
        }

        /** The rule's word for an output, empty where it says nothing. */
        public String word(String output) {
            var entry = rule.getOutputEntries().get(output);
            var value = entry == null ? null : entry.getValue().getValue();
            return value == null ? "" : value.toString();
        }
    }
}
