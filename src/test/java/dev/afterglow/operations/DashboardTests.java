package dev.afterglow.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.AfterglowTest;
import dev.afterglow.TestShop;
import dev.afterglow.journey.TimeMachine;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The dashboard asks for what the application measures. */
@AfterglowTest
class DashboardTests {

    private static final Pattern OURS = Pattern.compile("afterglow_[a-z_]+");

    @Autowired
    MeterRegistry meters;

    @Autowired
    TestShop shop;

    @Autowired
    TimeMachine time;

    @Test
    void everyMetricOnItExists() throws IOException {
        shop.anOrder().placed();
        time.advance(Duration.ofDays(2));
        var asked = OURS.matcher(Files.readString(Path.of("docker/grafana/dashboards/afterglow.json")))
                .results()
                .map(MatchResult::group)
                .map(name -> name.replaceAll("_(sum|count|max)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(asked).contains("afterglow_intake_silence_seconds").isSubsetOf(published());
    }

    private Set<String> published() {
        var names = new PrometheusNamingConvention();
        return meters.getMeters().stream()
                .map(Meter::getId)
                .map(id -> names.name(id.getName(), id.getType(), id.getBaseUnit()))
                .flatMap(name -> Stream.of(name, name + "_total"))
                .collect(Collectors.toSet());
    }
}
