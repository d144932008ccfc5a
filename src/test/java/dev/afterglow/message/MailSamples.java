package dev.afterglow.message;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every message in every variant and language, with all there is to say and with hardly anything. */
final class MailSamples {

    private MailSamples() {}

    /** One mail; its name says touchpoint, variant, language, and whether it is the bare one. */
    record Sample(String name, String language, RenderedMessage mail) {

        String html() {
            return String.valueOf(mail.html());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Sample> all() {
        var samples = new ArrayList<Sample>();
        var renderer = Readers.renderer();
        for (var touchpoint : new Touchpoints(Readers.FILES).all()) {
            for (var language : ApprovedMails.LANGUAGES) {
                var name = touchpoint.key() + "-" + language;
                var locale = new Locale(language);
                samples.add(new Sample(name, language, renderer.render(touchpoint, locale, whole(null))));
                samples.add(new Sample(
                        name + "-bare", language, renderer.render(touchpoint, locale, Readers.hardlyAnything())));
                for (var variant : VariantTable.variantsOf(touchpoint.key())) {
                    samples.add(new Sample(
                            name + "-" + variant, language, renderer.render(touchpoint, locale, whole(variant))));
                }
            }
        }
        return samples;
    }

    /** Those with an HTML part. */
    static List<Sample> visual() {
        return all().stream().filter(sample -> sample.mail().html() != null).toList();
    }

    private static MessageFacts whole(@Nullable String variant) {
        var all = Readers.everything();
        var matter = new MessageFacts.Matter(
                "R-1042",
                "The glaze is fine.\n\nRinse it once with warm water, and it will not happen again.",
                new BigDecimal("68.00"),
                LocalDate.of(2027, 1, 31),
                "LUNE-7Q4X",
                "REFUND",
                all.order().lines());
        var links = new HashMap<>(all.links());
        if ("early-access".equals(variant)) {
            links.put("selection", URI.create("https://shop.example/preview"));
        }
        return new MessageFacts(
                all.firstName(),
                all.order(),
                all.product(),
                all.suggestions(),
                all.shipment(),
                matter,
                links,
                variant,
                all.testimonial());
    }
}
