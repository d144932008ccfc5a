package dev.afterglow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.AfterglowTest;
import dev.afterglow.journey.TimeMachine;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A source that goes quiet; all of them may be quiet for a day here. */
@AfterglowTest
@ExtendWith(OutputCaptureExtension.class)
class SourceSilenceTests {

    private static final String QUIET = "Shopify has told us nothing since";

    @Autowired
    SourceSilence silence;

    @Autowired
    Reception reception;

    @Autowired
    Heartbeats heartbeats;

    @Autowired
    TimeMachine time;

    @Autowired
    MeterRegistry meters;

    @BeforeEach
    void hearFromEverybody() {
        time.advance(Duration.ofMinutes(2));
        for (var sender : Sender.values()) {
            heartbeats.heard(sender.name());
        }
        heartbeats.heard(Heartbeats.API);
        silence.look();
    }

    @Test
    void saysOnceThatASourceIsQuietAndOnceThatItIsBack(CapturedOutput log) {
        time.advance(Duration.ofHours(23));
        silence.look();
        assertThat(log).doesNotContain(QUIET);

        time.advance(Duration.ofHours(2));
        heartbeats.heard(Heartbeats.API);
        silence.look();
        silence.look();
        assertThat(log.getOut().lines().filter(line -> line.contains(QUIET)))
                .singleElement()
                .asString()
                .contains("WARN", "PT24H", "webhooks");
        assertThat(log).doesNotContain("The shop's API has told us nothing");
        assertThat(silence.all())
                .filteredOn(SourceSilence.Source::isQuiet)
                .extracting(SourceSilence.Source::name)
                .contains("Shopify")
                .doesNotContain("The shop's API");

        reception.receive(new Delivery(Sender.SHOPIFY, "silence-1", "shop/update", null, "valid", "", "{\"id\": 1}"));
        silence.look();
        assertThat(log).contains("Shopify speaks again");
    }

    @Test
    void measuresTheSilenceOfEachConnectedSource() {
        time.advance(Duration.ofHours(3));
        heartbeats.heard(Sender.WOOCOMMERCE.name());

        assertThat(seconds("SHOPIFY")).isBetween(10_800.0, 10_990.0);
        assertThat(seconds("WOOCOMMERCE")).isLessThan(60);
        assertThat(seconds("API")).isGreaterThanOrEqualTo(10_800);
        assertThat(seconds("AFTERSHIP")).isGreaterThanOrEqualTo(10_800);
    }

    private double seconds(String source) {
        return meters.get("afterglow.intake.silence")
                .tag("source", source)
                .gauge()
                .value();
    }
}
