package dev.afterglow.journey.content;

import dev.afterglow.journey.engine.DecisionTable;
import dev.afterglow.message.Touchpoint;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks message-variant.dmn for the words a touchpoint takes. */
@Component
class Variants {

    private static final String PLAIN = "plain";

    private final DecisionTable table = DecisionTable.of("messageVariant");

    /** The ending of the sentences' keys, or nothing when it is said plainly. */
    @Nullable
    String of(Touchpoint touchpoint, Portrait portrait, Offer offer) {
        var inputs = portrait.inputs();
        inputs.put("touchpoint", touchpoint.key());
        inputs.put("format", touchpoint.format().name().toLowerCase(Locale.ROOT));
        inputs.put("offer", offer.kind());
        var variant = table.firstHit(inputs).word("variant");
        return variant.isEmpty() || variant.equals(PLAIN) ? null : variant;
    }
}
