package dev.afterglow.intake;

import dev.afterglow.returns.CreditBonus;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The intake and what it writes to, without journeys. No stereotype: the scans of other tests must not find it. */
@EnableAutoConfiguration
@ComponentScan({
    "dev.afterglow.intake",
    "dev.afterglow.order",
    "dev.afterglow.customer",
    "dev.afterglow.catalog",
    "dev.afterglow.returns"
})
@ConfigurationPropertiesScan({
    "dev.afterglow.intake",
    "dev.afterglow.order",
    "dev.afterglow.customer",
    "dev.afterglow.catalog",
    "dev.afterglow.returns"
})
abstract class IntakeAlone {

    @Bean
    CreditBonus noBonus() {
        return (fault, goods) -> 0;
    }
}
