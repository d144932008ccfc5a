package dev.afterglow.journey.engine;

import io.github.bucket4j.UninterruptibleBlockingStrategy;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock everything asks; it can be moved in the demo and in tests only. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    @ConditionalOnProperty("afterglow.journey.movable-clock")
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    @ConditionalOnMissingBean(Clock.class)
    @ConditionalOnProperty(name = "afterglow.journey.movable-clock", havingValue = "false", matchIfMissing = true)
    Clock clock() {
        return Clock.systemUTC();
    }

    /** How a thread waits for a moment of that clock. */
    @Bean
    UninterruptibleBlockingStrategy patience(Clock clock) {
        return clock instanceof MovableClock movable ? movable::await : UninterruptibleBlockingStrategy.PARKING;
    }
}
