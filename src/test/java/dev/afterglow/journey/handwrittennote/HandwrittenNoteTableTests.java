package dev.afterglow.journey.handwrittennote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.journey.engine.DecisionTable;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandwrittenNoteTableTests {

    private static final DecisionTable TABLE = DecisionTable.of("handwrittenNote");
    private static final Set<String> HIT = new HashSet<>();

    @ParameterizedTest(name = "{0}, welcome {1}, before {2}, open {3}, solved {4}, order {5} of {6}: {8}")
    @CsvSource({
        "DELIVERED,   false, false, false, false, 1, 400, rule_notWelcome,      NONE",
        "CASE_CLOSED, false, false, false, true,  1, 400, rule_notWelcome,      NONE",
        "DELIVERED,   true,  true,  false, false, 1, 400, rule_noteBefore,      NONE",
        "DELIVERED,   true,  false, true,  false, 5, 400, rule_openMatter,      NONE",
        "CASE_CLOSED, true,  false, false, true,  3, 20,  rule_complaintSolved, COMPLAINT_SOLVED",
        "CASE_CLOSED, true,  false, false, false, 5, 400, rule_none,            NONE",
        "DELIVERED,   true,  false, false, false, 5, 20,  rule_vip,             VIP",
        "DELIVERED,   true,  false, false, false, 4, 400, rule_none,            NONE",
        "DELIVERED,   true,  false, false, false, 1, 150, rule_firstOrder,      FIRST_ORDER",
        "DELIVERED,   true,  false, false, false, 1, 149, rule_none,            NONE",
        "DELIVERED,   true,  false, false, false, 2, 400, rule_none,            NONE",
    })
    void picksWhoIsWrittenTo(
            String occasion,
            boolean welcome,
            boolean before,
            boolean open,
            boolean solved,
            int orders,
            int total,
            String rule,
            String reason) {
        var hit = TABLE.firstHit(Map.of(
                "occasion", occasion,
                "welcome", welcome,
                "noteBefore", before,
                "openMatter", open,
                "complaintSolved", solved,
                "ordersSoFar", orders,
                "total", total));

        HIT.add(hit.rule());
        assertThat(hit.rule()).isEqualTo(rule);
        assertThat(hit.word("reason")).isEqualTo(reason);
    }

    @AfterAll
    static void everyRuleWasHit() {
        var table = Dmn.readModelFromFile(
                Path.of("processes/decisions/handwritten-note.dmn").toFile());
        assertThat(HIT)
                .containsExactlyInAnyOrderElementsOf(table.getModelElementsByType(Rule.class).stream()
                        .map(Rule::getId)
                        .collect(Collectors.toSet()));
    }
}
