package dev.afterglow.journey.touchpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.Purpose;
import dev.afterglow.message.Format;
import dev.afterglow.message.Objective;
import dev.afterglow.message.Outcome;
import dev.afterglow.message.Outcome.Reason;
import dev.afterglow.message.Outcome.Status;
import dev.afterglow.message.Touchpoint;
import dev.afterglow.message.Touchpoint.Need;
import java.time.Period;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassedTouchpointsTests {

    @ParameterizedTest(name = "{0}, needs a delivery: {1}")
    @CsvSource({
        "CANCELLED,    true,  CANCELLED",
        "CANCELLED,    false, CANCELLED",
        "BOUGHT_AGAIN, true,  NOT_DELIVERED",
        "BOUGHT_AGAIN, false, BOUGHT_AGAIN",
        "COMPLETED,    true,  NOT_DELIVERED",
        "COMPLETED,    false, PASSED_BY"
    })
    void wereLeftOutForTheReasonTheJourneyEnded(String journey, boolean needsDelivery, Reason reason) {
        assertThat(PassedTouchpoints.outcome(touchpoint(needsDelivery), Status.HELD, journey))
                .isEqualTo(Outcome.skipped(reason));
    }

    @Test
    void mayHaveReachedHerWhenTheyWereBeingSent() {
        assertThat(PassedTouchpoints.outcome(touchpoint(true), Status.SENDING, "CANCELLED")
                        .status())
                .isEqualTo(Status.UNCERTAIN);
    }

    private static Touchpoint touchpoint(boolean needsDelivery) {
        var needs = needsDelivery ? Set.of(Need.DELIVERY) : Set.<Need>of();
        return new Touchpoint(
                "usage-check", Purpose.RELATIONAL, Objective.VERIFY, Format.PLAIN_TEXT, Period.ofDays(7), needs);
    }
}
