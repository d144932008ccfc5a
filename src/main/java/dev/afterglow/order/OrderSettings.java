package dev.afterglow.order;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How orders are taken in.
 *
 * @param journeyUpToAge older orders are recorded without a journey: nobody is mailed about last year's purchase
 */
@ConfigurationProperties("afterglow.order")
record OrderSettings(@DefaultValue("P2D") Duration journeyUpToAge) {}
