package dev.afterglow.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule for decisions is seen red. */
class DecisionTests {

    private static final String FILE = "refund-policy.dmn";

    @Test
    void aGoodDecisionKeepsEveryRule() {
        assertThat(Decision.of(FILE, SmallJourney.resource(FILE)).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "decision id=\"refundPolicy\" | decision id=\"refund\" | call the decision refundPolicy",
                "name=\"Refund policy\" camunda | name=\"\" camunda | give the decision a name",
                "camunda:historyTimeToLive=\"P120D\" | `` | history time to live",
                "camunda:versionTag=\"1\" | `` | version tag",
                "7.24.0 | 7.22.0 | executionPlatformVersion",
                "label=\"Delivered\" | `` | input_delivered: label the column",
                "typeRef=\"boolean\" | `` | input_delivered: say the type",
                "rule_other | DecisionRule_0abc | DecisionRule_0abc: give the rule an id",
                "Anyone else is looked at by a person. | `` | rule_other: say the rule",
                "hitPolicy=\"FIRST\" | hitPolicy=\"ANY\" | use the hit policy Unique",
                "<text>-</text> | <text>true</text> | catch the rest",
                "<description>The first rule that fits decides, because the later ones are for what is left over."
                        + "</description>"
                        + " | `` | why the first rule",
            })
    void findsWhatWasPlanted(String text, String replacement, String finding) {
        var decision = Decision.of(FILE, SmallJourney.changed(FILE, text, replacement));

        assertThat(decision.findings())
                .anySatisfy(words -> assertThat(words).startsWith(FILE).contains(finding));
    }
}
