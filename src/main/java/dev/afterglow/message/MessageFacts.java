package dev.afterglow.message;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a message may speak about; kept as JSON when the message is first claimed, so that a repeated attempt
 * says the very same. Titles and care texts are in the reader's language already.
 *
 * @param firstName how to address her, absent when unknown
 * @param product the one thing of the order this message is about, absent when nothing bought is in the catalogue
 * @param suggestions what goes well with it
 * @param shipment the parcel this message is about
 * @param matter the return, case or answer this message is about
 * @param links absolute addresses by name: {@code order}, {@code preferences}, {@code unsubscribe}, …
 * @param variant which words to take: sentences whose key ends with it stand for the plain ones
 * @param testimonial what another customer says about a suggestion, absent when nobody did
 */
public record MessageFacts(
        @Nullable String firstName,
        Purchase order,
        @Nullable Item product,
        List<Item> suggestions,
        @Nullable Parcel shipment,
        @Nullable Matter matter,
        Map<String, URI> links,
        @Nullable String variant,
        @Nullable Testimonial testimonial) {

    /** Nobody is quoted. */
    public MessageFacts(
            @Nullable String firstName,
            Purchase order,
            @Nullable Item product,
            List<Item> suggestions,
            @Nullable Parcel shipment,
            @Nullable Matter matter,
            Map<String, URI> links,
            @Nullable String variant) {
        this(firstName, order, product, suggestions, shipment, matter, links, variant, null);
    }

    /** Said plainly. */
    public MessageFacts(
            @Nullable String firstName,
            Purchase order,
            @Nullable Item product,
            List<Item> suggestions,
            @Nullable Parcel shipment,
            @Nullable Matter matter,
            Map<String, URI> links) {
        this(firstName, order, product, suggestions, shipment, matter, links, null);
    }

    /** The same in other words. */
    public MessageFacts in(@Nullable String words) {
        return new MessageFacts(firstName, order, product, suggestions, shipment, matter, links, words, testimonial);
    }

    /** The same, with another customer's words. */
    public MessageFacts quoting(@Nullable Testimonial words) {
        return new MessageFacts(firstName, order, product, suggestions, shipment, matter, links, variant, words);
    }

    /**
     * A published review of something suggested.
     *
     * @param product its title in the reader's language
     * @param author first name and initial, absent when she would rather not be named
     * @param pictureUrl her own photo of it
     */
    public record Testimonial(
            String product,
            String text,
            @Nullable String author,
            @Nullable String pictureUrl) {}

    /**
     * What a message is about besides the order: a return, a case, an answer, a voucher.
     *
     * @param number as printed for the customer, such as an RMA number
     * @param text words of a person, such as an agent's answer; shown as they are
     * @param amount in the order's currency
     * @param until the last day of something: to send a parcel, to use a voucher
     * @param code to be typed in or scanned
     * @param choice a word of the matter's own list, such as the resolution chosen
     * @param lines the things it is about
     */
    public record Matter(
            String number,
            @Nullable String text,
            @Nullable BigDecimal amount,
            @Nullable LocalDate until,
            @Nullable String code,
            @Nullable String choice,
            List<Line> lines) {}

    /**
     * The order.
     *
     * @param placedOn the day in the reader's zone
     * @param shipping what the delivery cost, absent when unknown
     */
    public record Purchase(
            String number,
            LocalDate placedOn,
            String currency,
            BigDecimal total,
            @Nullable BigDecimal shipping,
            List<Line> lines,
            @Nullable String statusUrl) {}

    /** One thing bought; {@code total} is its price times its quantity. */
    public record Line(
            String title,
            @Nullable String variant,
            @Nullable String sku,
            @Nullable String imageUrl,
            int quantity,
            BigDecimal total) {}

    /** A product of the catalogue. */
    public record Item(
            String sku,
            String title,
            String category,
            @Nullable String url,
            @Nullable String imageUrl,
            @Nullable String guideUrl,
            @Nullable String care,
            @Nullable Integer warrantyMonths) {}

    /** A parcel and what its carrier says. */
    public record Parcel(
            @Nullable String carrier,
            @Nullable String trackingNumber,
            @Nullable String trackingUrl,
            @Nullable LocalDate expectedOn,
            @Nullable Address address) {}

    /** Where the parcel goes. */
    public record Address(
            @Nullable String recipient,
            @Nullable String street,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String region,
            @Nullable String country) {}
}
