package dev.afterglow.returns;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a customer would get, before she confirms anything.
 *
 * @param choices one per resolution
 */
public record Offer(String currency, List<Choice> choices) {

    /**
     * What one resolution brings.
     *
     * @param goods what was paid for the things
     * @param bonus what the shop adds
     * @param fee what the way back costs her, nothing for an exchange and whenever it is not her doing
     * @param amount what she gets in the end
     */
    public record Choice(
            Resolution resolution, BigDecimal goods, BigDecimal bonus, BigDecimal fee, BigDecimal amount) {}

    /** The choice for a resolution. */
    public Choice of(Resolution resolution) {
        return choices.stream()
                .filter(choice -> choice.resolution() == resolution)
                .findFirst()
                .orElseThrow();
    }
}
