package dev.afterglow.intake.api;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.afterglow.customer.MarketingConsent;
import dev.afterglow.intake.Buyer;
import dev.afterglow.intake.News;
import dev.afterglow.intake.Places;
import dev.afterglow.intake.Texts;
import dev.afterglow.order.Address;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.OrderSource;
import dev.afterglow.order.ReportedOrder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order as a shop tells it through the API.
 *
 * @param orderId the shop's own id; the number when absent
 * @param updatedAt the shop's time of this word; an older one that arrives late changes nothing
 */
record OrderRequest(
        @JsonAlias({"id", "externalId"})
        @Size(max = 100, message = "must not be longer than 100 characters")
        @Pattern(regexp = RequestJson.ONE_LINE, message = RequestJson.ON_ONE_LINE)
        @Nullable
        String orderId,

        @JsonAlias("number")
        @NotBlank(message = "is missing")
        @Size(max = 100, message = "must not be longer than 100 characters")
        @Pattern(regexp = RequestJson.ONE_LINE, message = RequestJson.ON_ONE_LINE)
        String orderNumber,

        @NotNull(message = "is missing") OffsetDateTime placedAt,
        @Nullable OffsetDateTime updatedAt,

        @NotNull(message = "is missing")
        @Pattern(regexp = "[A-Za-z]{3}", message = "must be the three letters of a currency, such as EUR")
        String currency,

        @NotNull(message = "is missing")
        @Digits(integer = 15, fraction = 4, message = "must have at most 15 digits and 4 decimals")
        @Min(value = 0, message = "must not be negative")
        BigDecimal total,

        @Digits(integer = 15, fraction = 4, message = "must have at most 15 digits and 4 decimals")
        @Min(value = 0, message = "must not be negative")
        @Nullable
        BigDecimal shipping,

        @Valid @Nullable Customer customer,

        @JsonAlias("lines")
        @NotEmpty(message = "must have at least one order line")
        @Size(max = 1000, message = "must not have more than 1000 order lines")
        List<@Valid @NotNull(message = "must not be null") Item> items,

        @JsonAlias({"shippingAddress", "address"}) @Valid @Nullable
        ShipTo shipTo,

        @Pattern(regexp = "https?://[^\\p{Z}\\p{C}<>\"]{1,990}", message = "must be a web address") @Nullable
        String statusUrl,

        @Nullable Boolean test) {

    /** The person who bought. */
    record Customer(
            @Size(max = 254, message = "must not be longer than 254 characters")
            @Pattern(
                    regexp = "\\s*|[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s,;<>]+",
                    message = "must be a single e-mail address")
            @Nullable
            String email,

            @Nullable String firstName,
            @Nullable String lastName,

            @Pattern(
                    regexp = "[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*",
                    message = "must be a language, such as fr or de-AT")
            @Nullable
            String locale,

            @Nullable ZoneId timeZone,
            @Valid @Nullable Consent marketingConsent) {}

    /** Her word on marketing mail. */
    record Consent(
            @Pattern(
                    regexp = "subscribed|not_subscribed|unsubscribed|pending",
                    message = "must be subscribed, not_subscribed, unsubscribed or pending")
            @NotNull(message = "is missing")
            String state,

            @Nullable OffsetDateTime at,
            @Nullable String source) {}

    /** One thing bought. */
    record Item(
            @JsonAlias("lineId")
            @Size(max = 100, message = "must not be longer than 100 characters")
            @Pattern(regexp = RequestJson.ONE_LINE, message = RequestJson.ON_ONE_LINE)
            @Nullable
            String id,

            @Size(max = 100, message = "must not be longer than 100 characters")
            @Pattern(regexp = RequestJson.ONE_LINE, message = RequestJson.ON_ONE_LINE)
            @Nullable
            String sku,

            @JsonAlias("name")
            @NotBlank(message = "is missing")
            @Size(max = 500, message = "must not be longer than 500 characters")
            String title,

            @Nullable String variant,

            @JsonAlias("quantity") @NotNull(message = "is missing") @Min(value = 1, message = "must be at least 1")
            Integer qty,

            @JsonAlias("price")
            @NotNull(message = "is missing")
            @Digits(integer = 15, fraction = 4, message = "must have at most 15 digits and 4 decimals")
            BigDecimal unitPrice) {

        private OrderLine line() {
            return new OrderLine(
                    id,
                    sku,
                    Objects.requireNonNullElse(Texts.first(Texts.fit(title, 500), sku), "Item"),
                    Texts.fit(variant, 300),
                    qty,
                    unitPrice,
                    0);
        }
    }

    News news(Instant now) {
        var remarks = new ArrayList<String>();
        var address = shipTo == null ? Address.NONE : shipTo.address();
        var buyer = customer == null ? new Customer(null, null, null, null, null, null) : customer;
        var zone = buyer.timeZone() == null ? Places.zone(address.country(), address.region()) : buyer.timeZone();
        if (Boolean.TRUE.equals(test)) {
            remarks.add("a test order: recorded, nobody is mailed");
        }
        var order = new ReportedOrder(
                OrderSource.API,
                orderId == null ? orderNumber.strip() : orderId,
                orderNumber,
                Buyer.contact(
                        buyer.email(),
                        buyer.firstName(),
                        buyer.lastName(),
                        Places.locale(buyer.locale(), address.country()),
                        zone,
                        consent(buyer.marketingConsent()),
                        remarks),
                placedAt.toInstant(),
                updatedAt == null ? now : updatedAt.toInstant(),
                Buyer.currency(currency, remarks),
                total,
                shipping,
                items.stream().map(Item::line).toList(),
                address,
                zone,
                statusUrl,
                Boolean.TRUE.equals(test),
                null,
                null);
        return News.of(order, List.of(), List.of(), remarks);
    }

    private @Nullable MarketingConsent consent(@Nullable Consent consent) {
        if (consent == null) {
            return null;
        }
        var at = consent.at() == null ? placedAt : consent.at();
        var source = Objects.requireNonNullElse(Texts.fit(consent.source(), 96), "order");
        return new MarketingConsent("subscribed".equals(consent.state()), "api:" + source, at.toInstant());
    }
}
