package dev.afterglow.model;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One thing every drawing keeps.
 *
 * @param name what it keeps, as a sentence
 * @param findings what is wrong in a drawing, in words; nothing if it keeps the rule
 */
public record DrawingRule(String name, BiFunction<Drawing, Parts, Stream<String>> findings) {

    /** All of them. */
    public static Stream<DrawingRule> all() {
        return Stream.of(
                rule("is one process named as its file", IdentityRules::isOneProcessNamedAsItsFile),
                rule("introduces itself", IdentityRules::introducesItself),
                rule("ids say type and meaning", IdentityRules::idsSayTypeAndMeaning),
                rule("fits on a screen", IdentityRules::fitsOnAScreen),
                rule("everything is named", LabelRules::everythingIsNamed),
                rule("tasks say verb and object", LabelRules::tasksSayVerbAndObject),
                rule("gateways ask and flows answer", LabelRules::gatewaysAskAndFlowsAnswer),
                rule("labels are in sentence case", LabelRules::labelsAreInSentenceCase),
                rule("labels use no technical words", LabelRules::labelsUseNoTechnicalWords),
                rule("every split has one bare default", AnswerRules::everySplitHasOneBareDefault),
                rule("every other answer has a condition", AnswerRules::everyOtherAnswerHasACondition),
                rule("only splits have conditions", AnswerRules::onlySplitsHaveConditions),
                rule("no means no", AnswerRules::noMeansNo),
                rule("day labels say the timer's day", TimeRules::dayLabelsSayTheTimersDay),
                rule("days are counted from the order", TimeRules::daysAreCountedFromTheOrder),
                rule("saves before sending where no timer does", TimeRules::savesBeforeSendingWhereNoTimerDoes),
                rule("saves no more than needed", TimeRules::savesNoMoreThanNeeded),
                rule("every human decision is recorded", TimeRules::everyHumanDecisionIsRecorded),
                rule("expressions only name things", ExpressionRules::expressionsOnlyNameThings),
                rule("delegates are the only code", ExpressionRules::delegatesAreTheOnlyCode),
                rule("delegate expressions name a bean", ExpressionRules::delegateExpressionsNameABean),
                new DrawingRule("tasks name a delegate", BindingRules::tasksNameADelegate),
                rule("service tasks are called as their delegate", BindingRules::serviceTasksAreCalledAsTheirDelegate),
                new DrawingRule("send tasks name a touchpoint", BindingRules::sendTasksNameATouchpoint),
                new DrawingRule(
                        "send and record tasks come from a template",
                        BindingRules::sendAndRecordTasksComeFromATemplate),
                new DrawingRule("templates exist and are applied", BindingRules::templatesExistAndAreApplied),
                new DrawingRule("user tasks show a form", BindingRules::userTasksShowAForm),
                new DrawingRule("decisions and called processes exist", BindingRules::decisionsAndCalledProcessesExist),
                rule("everything is drawn", GeometryRules::everythingIsDrawn),
                rule("flows dock on borders", GeometryRules::flowsDockOnBorders),
                rule("flows turn at right angles", GeometryRules::flowsTurnAtRightAngles),
                rule("flows do not cross", GeometryRules::flowsDoNotCross),
                rule("flows go round shapes", GeometryRules::flowsGoRoundShapes),
                rule("shapes stand apart", GeometryRules::shapesStandApart),
                rule("the happy path is a row", GeometryRules::theHappyPathIsARow));
    }

    private static DrawingRule rule(String name, Function<Drawing, Stream<String>> findings) {
        return new DrawingRule(name, (drawing, parts) -> findings.apply(drawing));
    }
}
