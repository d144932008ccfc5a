package dev.afterglow.model;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** What a gateway says in words is what it does: a reversed gateway passes every other check. */
final class AnswerRules {

    private static final Pattern NO = Pattern.compile("(?i)(no|not|none|never)\\b.*");
    private static final Pattern YES = Pattern.compile("(?i)yes\\b.*");
    private static final Pattern NEGATED = Pattern.compile("(?s).*(!|\\bnot\\b|==\\s*false\\b).*");

    private AnswerRules() {}

    static Stream<String> everySplitHasOneBareDefault(Drawing drawing) {
        return splits(drawing)
                .flatMap(gateway -> Findings.of()
                        .when(
                                gateway.getDefault() == null,
                                drawing.at(gateway, "mark one answer as the default, or an order can get stuck here"))
                        .when(
                                gateway.getDefault() != null && condition(gateway.getDefault()) != null,
                                drawing.at(gateway, "take the condition off the default answer; nobody evaluates it"))
                        .stream());
    }

    static Stream<String> everyOtherAnswerHasACondition(Drawing drawing) {
        return splits(drawing)
                .flatMap(gateway -> gateway.getOutgoing().stream()
                        .filter(flow -> !flow.equals(gateway.getDefault()) && condition(flow) == null)
                        .map(flow -> drawing.at(flow, "give this answer its condition, or make it the default")));
    }

    static Stream<String> onlySplitsHaveConditions(Drawing drawing) {
        return drawing.flows()
                .filter(flow -> condition(flow) != null)
                .filter(flow -> flow.getSource().getOutgoing().size() < 2)
                .map(flow -> drawing.at(flow, "there is nothing to choose here; take the condition away"));
    }

    static Stream<String> noMeansNo(Drawing drawing) {
        return drawing.flows()
                .filter(flow -> flow.getName() != null && condition(flow) != null)
                .flatMap(flow -> {
                    var negated = NEGATED.matcher(condition(flow)).matches();
                    return Findings.of()
                            .when(
                                    NO.matcher(flow.getName()).matches() && !negated,
                                    drawing.at(flow, "this \"No\" is taken when the condition is true; negate it"))
                            .when(
                                    YES.matcher(flow.getName()).matches() && negated,
                                    drawing.at(
                                            flow, "this \"Yes\" is taken when the condition is false; turn it round"))
                            .stream();
                });
    }

    private static Stream<ExclusiveGateway> splits(Drawing drawing) {
        return drawing.each(ExclusiveGateway.class)
                .filter(gateway -> gateway.getOutgoing().size() > 1);
    }

    private static String condition(SequenceFlow flow) {
        var condition = flow.getConditionExpression();
        return condition == null ? null : condition.getTextContent();
    }
}
