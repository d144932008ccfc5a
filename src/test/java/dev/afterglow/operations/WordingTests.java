package dev.afterglow.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.message.Outcome;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WordingTests {

    @Test
    void namesTouchpointsAsPeopleDo() {
        assertThat(Wording.touchpoint("usage-check")).isEqualTo("Usage check");
        assertThat(Wording.touchpoint("cross-sell")).isEqualTo("Cross-sell");
    }

    @Test
    void saysEveryReasonInASentence() {
        assertThat(Arrays.stream(Outcome.Reason.values()).map(Wording::reason))
                .doesNotHaveDuplicates()
                .allMatch(words -> words != null && words.contains(" ") && !words.contains("_"));
    }

    @Test
    void saysThePaceOfTime() {
        assertThat(Wording.pace(Duration.ZERO)).isEqualTo("time-lapse stopped");
        assertThat(Wording.pace(Duration.ofSeconds(10))).isEqualTo("one day in 10 s");
        assertThat(Wording.pace(Duration.ofMillis(1500))).isEqualTo("one day in 1.5 s");
        assertThat(Wording.pace(Duration.ofMinutes(5))).isEqualTo("one day in 5 min");
        assertThat(Wording.pace(Duration.ofDays(1))).isEqualTo("in real time");
    }
}
