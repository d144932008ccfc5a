package dev.afterglow.message;

import dev.afterglow.customer.Channel;
import dev.afterglow.customer.Purpose;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A planned contact, as its folder under {@code messages/} describes it.
 *
 * @param key the folder's name
 * @param validFor how long after it was due it is still worth sending
 * @param needs without these facts there is nothing to say
 * @param atMostOnce whether it rather goes missing than arrives twice, when the connection broke at the wrong moment
 * @param channel how it is said
 * @param fallback how it is said when that is refused, or she does not want it
 */
public record Touchpoint(
        String key,
        Purpose purpose,
        Objective objective,
        Format format,
        Period validFor,
        Set<Need> needs,
        boolean atMostOnce,
        Channel channel,
        @Nullable Channel fallback) {

    /** A mail that is sent again when nobody knows whether it arrived. */
    public Touchpoint(
            String key, Purpose purpose, Objective objective, Format format, Period validFor, Set<Need> needs) {
        this(key, purpose, objective, format, validFor, needs, false, Channel.MAIL, null);
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

    /** The ways it may go, the first choice first. */
    public List<Channel> channels() {
        return fallback == null ? List.of(channel) : List.of(channel, fallback);
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
