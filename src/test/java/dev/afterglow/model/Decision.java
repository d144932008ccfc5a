package dev.afterglow.model;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Rule;

/** One DMN file and the rules it keeps. */
public record Decision(String file, DmnModelInstance model) {

    private static final String ID = "[a-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*";

    /** The decision tables in {@code processes/decisions}. */
    public static List<Decision> all() {
        return ModelFolder.files(Path.of("processes/decisions"), ".dmn").stream()
                .map(path -> of(path.getFileName().toString(), ModelFolder.text(path)))
                .toList();
    }

    static Decision of(String file, String source) {
        var bytes = new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8));
        return new Decision(file, Dmn.readModelFromStream(bytes));
    }

    /** What is wrong with it, in words. */
    public Stream<String> findings() {
        return Stream.of(identity(), inputs(), rules(), policy()).flatMap(findings -> findings);
    }

    private Stream<String> identity() {
        var decisions = model.getModelElementsByType(org.camunda.bpm.model.dmn.instance.Decision.class).stream()
                .toList();
        if (decisions.size() != 1) {
            return Stream.of(at("has %d decisions; keep one in a file".formatted(decisions.size())));
        }
        var decision = decisions.get(0);
        var version = model.getDefinitions().getAttributeValueNs(Drawing.MODELER, "executionPlatformVersion");
        return Findings.of()
                .when(!decision.getId().equals(Names.idOf(file)), at("call the decision " + Names.idOf(file)))
                .when(Drawing.isBlank(decision.getName()), at("give the decision a name"))
                .when(Drawing.isBlank(decision.getCamundaHistoryTimeToLiveString()), at("set the history time to live"))
                .when(Drawing.isBlank(decision.getVersionTag()), at("set the version tag"))
                .when(!"7.24.0".equals(version), at("set modeler:executionPlatformVersion to 7.24.0"))
                .stream();
    }

    private Stream<String> inputs() {
        return tables().flatMap(table -> table.getInputs().stream())
                .flatMap(input -> Findings.of()
                        .when(Drawing.isBlank(input.getLabel()), at(input, "label the column in words of the glossary"))
                        .when(
                                input.getInputExpression() == null
                                        || Drawing.isBlank(
                                                input.getInputExpression().getTypeRef()),
                                at(input, "say the type of the column"))
                        .stream());
    }

    private Stream<String> rules() {
        return tables().flatMap(table -> table.getRules().stream())
                .flatMap(rule -> Findings.of()
                        .when(!rule.getId().matches(ID), at(rule, "give the rule an id one can talk about"))
                        .when(
                                rule.getDescription() == null
                                        || Drawing.isBlank(rule.getDescription().getTextContent()),
                                at(rule, "say the rule in one sentence"))
                        .stream());
    }

    private Stream<String> policy() {
        return tables().flatMap(table -> Findings.of()
                .when(
                        table.getHitPolicy() != HitPolicy.UNIQUE && table.getHitPolicy() != HitPolicy.FIRST,
                        at(table, "use the hit policy Unique, or First with a reason"))
                .when(
                        table.getHitPolicy() == HitPolicy.FIRST
                                && table.getDescription() == null
                                && table.getParentElement()
                                        .getChildElementsByType(org.camunda.bpm.model.dmn.instance.Description.class)
                                        .isEmpty(),
                        at(table, "say in its description why the first rule that fits decides"))
                .when(
                        table.getHitPolicy() == HitPolicy.FIRST && !endsWithCatchAll(table),
                        at(table, "let the last rule catch the rest"))
                .stream());
    }

    private static boolean endsWithCatchAll(DecisionTable table) {
        var rules = List.copyOf(table.getRules());
        return !rules.isEmpty() && isCatchAll(rules.get(rules.size() - 1));
    }

    private static boolean isCatchAll(Rule rule) {
        return rule.getInputEntries().stream()
                .allMatch(entry -> entry.getText() == null
                        || entry.getText().getTextContent().isBlank()
                        || entry.getText().getTextContent().trim().equals("-"));
    }

    private Stream<DecisionTable> tables() {
        return model.getModelElementsByType(DecisionTable.class).stream();
    }

    private String at(String advice) {
        return file + ": " + advice;
    }

    private String at(DmnElement element, String advice) {
        return "%s, %s: %s".formatted(file, element.getId(), advice);
    }
}
