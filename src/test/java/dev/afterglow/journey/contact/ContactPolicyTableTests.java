package dev.afterglow.journey.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.journey.engine.DecisionTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactPolicyTableTests {

    private static final DecisionTable POLICY = DecisionTable.of("contactPolicy");
    private static final Set<String> HIT = new HashSet<>();

    /** Reads like the table: somebody to whom everything is fine, but for one thing. */
    @ParameterizedTest(name = "{0} message, {1} = {2}: {3} {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "TRANSACTIONAL, suppressed,        true,  SKIP,   SUPPRESSED,    rule_suppressed",
                "PROMOTIONAL,   suppressed,        true,  SKIP,   SUPPRESSED,    rule_suppressed",
                "TRANSACTIONAL, channelWanted,     false, SKIP,   NO_CONSENT,    rule_channelNotWanted",
                "TRANSACTIONAL, late,              true,  EXPIRE, -,             rule_late",
                "TRANSACTIONAL, consent,           false, SEND,   -,             rule_transactional",
                "TRANSACTIONAL, withinHours,       false, SEND,   -,             rule_transactional",
                "RELATIONAL,    cancelled,         true,  SKIP,   CANCELLED,     rule_cancelled",
                "RELATIONAL,    consent,           false, SKIP,   NO_CONSENT,    rule_noConsent",
                "PROMOTIONAL,   holdout,           true,  SKIP,   HOLDOUT,       rule_holdout",
                "RELATIONAL,    daysSinceDelivery, -1,    HOLD,   NOT_DELIVERED, rule_notDelivered",
                "RELATIONAL,    daysSinceDelivery, 0,     HOLD,   NOT_DELIVERED, rule_justDelivered",
                "RELATIONAL,    daysSinceDelivery, 2,     HOLD,   NOT_DELIVERED, rule_justDelivered",
                "RELATIONAL,    daysSinceDelivery, 3,     SEND,   -,             rule_send",
                "PROMOTIONAL,   openReturn,        true,  SKIP,   OPEN_RETURN,   rule_openReturn",
                "RELATIONAL,    openReturn,        true,  SEND,   -,             rule_send",
                "PROMOTIONAL,   openCase,          true,  SKIP,   OPEN_CASE,     rule_openCase",
                "PROMOTIONAL,   boughtAgain,       true,  SKIP,   BOUGHT_AGAIN,  rule_boughtAgain",
                "PROMOTIONAL,   promotions,        2,     SKIP,   FREQUENCY_CAP, rule_enoughPromotion",
                "PROMOTIONAL,   promotions,        1,     SEND,   -,             rule_send",
                "RELATIONAL,    withinHours,       false, HOLD,   QUIET_HOURS,   rule_outsideHerHours",
                "RELATIONAL,    newerToday,        true,  HOLD,   SUPERSEDED,    rule_newerOrderFirst",
                "RELATIONAL,    hoursSinceContact, 19,    HOLD,   FREQUENCY_CAP, rule_gap",
                "RELATIONAL,    hoursSinceContact, 20,    SEND,   -,             rule_send",
                "RELATIONAL,    contactsInWeek,    3,     HOLD,   FREQUENCY_CAP, rule_weeklyCap",
                "RELATIONAL,    contactsInWeek,    2,     SEND,   -,             rule_send",
            })
    void decides(String purpose, String fact, String value, String answer, String reason, String rule) {
        var inputs = allIsWell(purpose);
        inputs.put(fact, value.matches("-?\\d+") ? Integer.valueOf(value) : Boolean.valueOf(value));

        var hit = POLICY.firstHit(inputs);

        HIT.add(hit.rule());
        assertThat(hit.word("answer")).isEqualTo(answer);
        assertThat(hit.word("reason")).isEqualTo(reason == null ? "" : reason);
        assertThat(hit.rule()).isEqualTo(rule);
    }

    @Test
    void aReasonNeverToWriteWinsOverAReasonToWait() {
        var inputs = allIsWell("PROMOTIONAL");
        inputs.put("withinHours", false);
        inputs.put("openReturn", true);

        assertThat(POLICY.firstHit(inputs).rule()).isEqualTo("rule_openReturn");
    }

    @ParameterizedTest(name = "{0} at night: {1}")
    @CsvSource({
        "SMS,    rule_ringsAtNight",
        "PUSH,   rule_ringsAtNight",
        "IN_APP, rule_transactional",
        "MAIL,   rule_transactional"
    })
    void whatRingsWaitsForHerHoursEvenWhenItBelongsToThePurchase(String channel, String rule) {
        var inputs = allIsWell("TRANSACTIONAL");
        inputs.put("channel", channel);
        inputs.put("withinHours", false);

        var hit = POLICY.firstHit(inputs);

        HIT.add(hit.rule());
        assertThat(hit.rule()).isEqualTo(rule);
        assertThat(hit.word("until")).isEqualTo(rule.equals("rule_ringsAtNight") ? "HER_HOURS" : "");
    }

    @AfterAll
    static void everyRuleWasHit() {
        var table = Dmn.readModelFromStream(
                ContactPolicyTableTests.class.getResourceAsStream("/processes/decisions/contact-policy.dmn"));
        assertThat(HIT)
                .containsExactlyInAnyOrderElementsOf(table.getModelElementsByType(Rule.class).stream()
                        .map(Rule::getId)
                        .collect(Collectors.toSet()));
    }

    private static Map<String, Object> allIsWell(String purpose) {
        return new HashMap<>(Map.ofEntries(
                Map.entry("purpose", purpose),
                Map.entry("suppressed", false),
                Map.entry("channel", "MAIL"),
                Map.entry("channelWanted", true),
                Map.entry("late", false),
                Map.entry("cancelled", false),
                Map.entry("consent", true),
                Map.entry("holdout", false),
                Map.entry("awaitsDelivery", true),
                Map.entry("daysSinceDelivery", 5),
                Map.entry("openReturn", false),
                Map.entry("openCase", false),
                Map.entry("boughtAgain", false),
                Map.entry("promotions", 0),
                Map.entry("withinHours", true),
                Map.entry("newerToday", false),
                Map.entry("hoursSinceContact", 100),
                Map.entry("contactsInWeek", 0)));
    }
}
