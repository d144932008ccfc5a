package dev.afterglow.journey.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.journey.engine.DecisionTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each table reads like the policy it proves. */
class ContentDecisionsTests {

    private static final List<String> FILES =
            List.of("customer-segment", "recommendation", "reactivation-offer", "message-variant");
    private static final DecisionTable SEGMENT = DecisionTable.of("customerSegment");
    private static final DecisionTable RECOMMENDATION = DecisionTable.of("recommendation");
    private static final DecisionTable OFFER = DecisionTable.of("reactivationOffer");
    private static final DecisionTable VARIANT = DecisionTable.of("messageVariant");
    private static final Map<String, TreeSet<String>> HIT = new HashMap<>();

    @ParameterizedTest(name = "returned {0}, order number {1}: {2}")
    @CsvSource({
        "false, 1, FIRST_ORDER,  rule_firstOrder",
        "false, 2, RETURNING,    rule_returning",
        "false, 4, RETURNING,    rule_returning",
        "false, 5, VIP,          rule_vip",
        "true,  1, AFTER_RETURN, rule_afterReturn",
        "true,  9, AFTER_RETURN, rule_afterReturn",
    })
    void knowsWhoSheIsToTheShop(boolean returned, int orders, String segment, String rule) {
        var hit = hit("customer-segment", SEGMENT, Map.of("returned", returned, "ordersSoFar", orders));

        assertThat(hit.word("segment")).isEqualTo(segment);
        assertThat(hit.rule()).isEqualTo(rule);
    }

    @ParameterizedTest(name = "{0} {1}, {2} in {3}: {4}, at most {5}")
    @CsvSource({
        "NEGATIVE, VIP,          lighting, WINTER, NONE,                 0, rule_unhappy",
        "NEGATIVE, AFTER_RETURN, garden,   WINTER, NONE,                 0, rule_unhappy",
        "POSITIVE, AFTER_RETURN, lighting, WINTER, COMPLEMENTS,          1, rule_afterReturn",
        "POSITIVE, VIP,          garden,   WINTER, SAME_CATEGORY_UPSELL, 3, rule_happyVip",
        "POSITIVE, FIRST_ORDER,  lighting, SUMMER, SAME_CATEGORY_UPSELL, 2, rule_happy",
        "UNKNOWN,  RETURNING,    garden,   AUTUMN, COMPLEMENTS,          1, rule_gardenAtRest",
        "UNKNOWN,  FIRST_ORDER,  garden,   SUMMER, COMPLEMENTS,          2, rule_firstOrder",
        "NEUTRAL,  VIP,          lighting, WINTER, COMPLEMENTS,          3, rule_others",
        "UNKNOWN,  RETURNING,    lighting, SPRING, COMPLEMENTS,          3, rule_others",
    })
    void suggestsMoreOfTheSameOnlyToTheHappy(
            String sentiment,
            String segment,
            String category,
            String season,
            String strategy,
            String most,
            String rule) {
        var hit = hit(
                "recommendation",
                RECOMMENDATION,
                Map.of("sentiment", sentiment, "segment", segment, "category", category, "season", season));

        assertThat(hit.word("strategy")).isEqualTo(strategy);
        assertThat(hit.word("most")).isEqualTo(most);
        assertThat(hit.rule()).isEqualTo(rule);
    }

    @ParameterizedTest(name = "{0} {1} with {2} orders in {3}: {4}")
    @CsvSource({
        "NEGATIVE, VIP,          9, AUTUMN, RESERVED_CONTENT, rule_unhappy",
        "NEGATIVE, AFTER_RETURN, 3, WINTER, RESERVED_CONTENT, rule_unhappy",
        "UNKNOWN,  AFTER_RETURN, 2, WINTER, VOUCHER,          rule_goodwill",
        "UNKNOWN,  AFTER_RETURN, 1, WINTER, RESERVED_CONTENT, rule_others",
        "UNKNOWN,  VIP,          5, SPRING, EARLY_ACCESS,     rule_vip",
        "POSITIVE, RETURNING,    2, SPRING, EARLY_ACCESS,     rule_happyReturning",
        "NEUTRAL,  RETURNING,    2, AUTUMN, EARLY_ACCESS,     rule_beforeTheYearEnds",
        "NEUTRAL,  RETURNING,    2, SPRING, RESERVED_CONTENT, rule_others",
        "POSITIVE, FIRST_ORDER,  1, AUTUMN, RESERVED_CONTENT, rule_others",
    })
    void neverGivesADiscountByDefault(
            String sentiment, String segment, int orders, String season, String offer, String rule) {
        var hit = hit(
                "reactivation-offer",
                OFFER,
                Map.of("sentiment", sentiment, "segment", segment, "ordersSoFar", orders, "season", season));

        assertThat(hit.word("offer")).isEqualTo(offer);
        assertThat(hit.rule()).isEqualTo(rule);
    }

    @ParameterizedTest(name = "{0} to {2}, {1}, {3} in {4}, {5}: {6}")
    @CsvSource({
        "welcome,           UNKNOWN,  FIRST_ORDER,  lighting, WINTER, NONE,             plain,           rule_plain",
        "welcome,           UNKNOWN,  RETURNING,    lighting, WINTER, NONE,             returning,       rule_welcomeBack",
        "welcome,           NEGATIVE, VIP,          garden,   SUMMER, NONE,             returning,       rule_welcomeBack",
        "product-education, UNKNOWN,  VIP,          lighting, WINTER, NONE,             lighting-winter, rule_lightingWinter",
        "product-education, UNKNOWN,  FIRST_ORDER,  lighting, SUMMER, NONE,             lighting-summer, rule_lightingSummer",
        "product-education, UNKNOWN,  FIRST_ORDER,  lighting, SPRING, NONE,             plain,           rule_plain",
        "product-education, UNKNOWN,  FIRST_ORDER,  garden,   AUTUMN, NONE,             garden-winter,   rule_gardenWinter",
        "product-education, UNKNOWN,  FIRST_ORDER,  garden,   SPRING, NONE,             garden-summer,   rule_gardenSummer",
        "product-education, UNKNOWN,  FIRST_ORDER,  garden,   ALL_YEAR, NONE,           plain,           rule_plain",
        "product-education, UNKNOWN,  FIRST_ORDER,  kitchen,  WINTER, NONE,             plain,           rule_plain",
        "cross-sell,        POSITIVE, FIRST_ORDER,  kitchen,  WINTER, NONE,             happy,           rule_happyCrossSell",
        "cross-sell,        NEUTRAL,  VIP,          lighting, WINTER, NONE,             plain,           rule_plain",
        "usage-check,       POSITIVE, VIP,          lighting, WINTER, NONE,             plain,           rule_plain",
        "reactivation,      UNKNOWN,  AFTER_RETURN, lighting, WINTER, VOUCHER,          voucher,         rule_voucher",
        "reactivation,      UNKNOWN,  VIP,          lighting, WINTER, EARLY_ACCESS,     early-access,    rule_earlyAccess",
        "reactivation,      UNKNOWN,  AFTER_RETURN, lighting, WINTER, RESERVED_CONTENT, after-return,    rule_reactivationAfterReturn",
        "reactivation,      UNKNOWN,  VIP,          lighting, WINTER, RESERVED_CONTENT, vip,             rule_reactivationVip",
        "reactivation,      POSITIVE, FIRST_ORDER,  lighting, WINTER, RESERVED_CONTENT, plain,           rule_plain",
    })
    void findsTheWordsForHer(
            String touchpoint,
            String sentiment,
            String segment,
            String category,
            String season,
            String offer,
            String variant,
            String rule) {
        var hit = hit(
                "message-variant",
                VARIANT,
                Map.of(
                        "touchpoint", touchpoint,
                        "sentiment", sentiment,
                        "segment", segment,
                        "category", category,
                        "season", season,
                        "offer", offer));

        assertThat(hit.word("variant")).isEqualTo(variant);
        assertThat(hit.rule()).isEqualTo(rule);
    }

    @AfterAll
    static void everyRuleWasHit() {
        for (var file : FILES) {
            var table = Dmn.readModelFromStream(
                    ContentDecisionsTests.class.getResourceAsStream("/processes/decisions/" + file + ".dmn"));
            assertThat(HIT.get(file))
                    .as(file)
                    .containsExactlyInAnyOrderElementsOf(table.getModelElementsByType(Rule.class).stream()
                            .map(Rule::getId)
                            .toList());
        }
    }

    private static DecisionTable.Hit hit(String file, DecisionTable table, Map<String, Object> inputs) {
        var hit = table.firstHit(inputs);
        HIT.computeIfAbsent(file, name -> new TreeSet<>()).add(hit.rule());
        return hit;
    }
}
