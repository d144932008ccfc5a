package dev.afterglow.message;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The messages of the plan in every variant and language, as somebody has read and approved them. Run it to write them
 * anew after a change of words, and read the difference.
 */
final class ApprovedMails {

    static final Path FOLDER = Path.of("src/test/resources/mails/approved");
    static final List<String> LANGUAGES = List.of("en", "fr", "de");
    private static final List<String> PLAN =
            List.of("order-confirmation", "welcome", "product-education", "cross-sell", "usage-check", "reactivation");

    private ApprovedMails() {}

    record Mail(Touchpoint touchpoint, @Nullable String variant, String language) {

        Path file() {
            return FOLDER.resolve(touchpoint.key() + (variant == null ? "" : "-" + variant) + "-" + language + ".txt");
        }

        RenderedMessage render() {
            return Readers.renderer().render(touchpoint, new Locale(language), facts());
        }

        String words() {
            var message = render();
            return "Subject: " + message.subject() + "\n\n" + message.text();
        }

        private MessageFacts facts() {
            var all = Readers.everything();
            var links = new HashMap<>(all.links());
            if ("early-access".equals(variant)) {
                links.put("selection", URI.create("https://shop.example/preview"));
            }
            var gift = new MessageFacts.Matter(
                    "1042",
                    null,
                    new BigDecimal("10.00"),
                    LocalDate.of(2027, 1, 31),
                    "LUNE-7Q4X",
                    "VOUCHER",
                    List.of());
            return new MessageFacts(
                            all.firstName(),
                            all.order(),
                            all.product(),
                            touchpoint.objective() == Objective.REACTIVATE
                                    ? all.suggestions().subList(0, 1)
                                    : all.suggestions(),
                            all.shipment(),
                            "voucher".equals(variant) ? gift : null,
                            links,
                            variant)
                    .quoting(all.testimonial());
        }

        @Override
        public String toString() {
            return FOLDER.relativize(file()).toString();
        }
    }

    static List<Mail> all() {
        var mails = new ArrayList<Mail>();
        var touchpoints = new Touchpoints(Readers.FILES);
        for (var key : PLAN) {
            var variants = new ArrayList<@Nullable String>(VariantTable.variantsOf(key));
            variants.add(0, null);
            for (var variant : variants) {
                LANGUAGES.forEach(language -> mails.add(new Mail(touchpoints.byKey(key), variant, language)));
            }
        }
        return mails;
    }

    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(FOLDER);
        for (var mail : all()) {
            Files.writeString(mail.file(), mail.words());
        }
    }
}
