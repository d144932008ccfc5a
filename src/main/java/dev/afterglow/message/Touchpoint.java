package dev.afterglow.message;

import dev.afterglow.customer.Purpose;
import java.time.Period;
import java.util.Set;

/**
 * A planned contact, as its folder under {@code messages/} describes it.
 *
 * @param key the folder's name
 * @param validFor how long after it was due it is still worth sending
 * @param needs without these facts there is nothing to say
 * @param atMostOnce whether it rather goes missing than arrives twice, when the connection broke at the wrong moment
 */
public record Touchpoint(
        String key,
        Purpose purpose,
        Objective objective,
        Format format,
        Period validFor,
        Set<Need> needs,
        boolean atMostOnce) {

    /** One that is said again when nobody knows whether it arrived. */
    public Touchpoint(
            String key, Purpose purpose, Objective objective, Format format, Period validFor, Set<Need> needs) {
        this(key, purpose, objective, format, validFor, needs, false);
    }

    /** What a touchpoint cannot do without. */
    public enum Need {
        /** Something bought that has a guide. */
        GUIDE,
        /** Something that goes well with what was bought. */
        SUGGESTIONS,
        /** All parcels delivered; the contact policy sees to it. */
        DELIVERY
    }

    /** Whether the facts are enough to say something worth reading. */
    public boolean canBeSaid(MessageFacts facts) {
        return needs.stream().allMatch(need -> switch (need) {
            case GUIDE -> facts.product() != null && facts.product().guideUrl() != null;
            case DELIVERY -> true;
            case SUGGESTIONS -> !facts.suggestions().isEmpty();
        });
    }
}
