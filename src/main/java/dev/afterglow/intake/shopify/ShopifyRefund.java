package dev.afterglow.intake.shopify;

import dev.afterglow.intake.Payload;
import dev.afterglow.order.ReportedRefund;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads Shopify refunds: the money is in the transactions, the things are in the refund's lines. */
final class ShopifyRefund {

    private ShopifyRefund() {}

    static ReportedRefund read(Payload refund, Instant now) {
        var at = Optional.ofNullable(refund.instant("processed_at"))
                .or(() -> Optional.ofNullable(refund.instant("created_at")))
                .orElse(now);
        return new ReportedRefund(refund.required("id"), amount(refund), quantities(List.of(refund)), at);
    }

    /** Refunded units by line, over all refunds. */
    static Map<String, Integer> quantities(List<Payload> refunds) {
        return refunds.stream()
                .flatMap(refund -> refund.list("refund_line_items").stream())
                .filter(line -> line.text("line_item_id") != null)
                .collect(Collectors.toMap(
                        line -> line.required("line_item_id"), line -> line.number("quantity"), Integer::sum));
    }

    private static BigDecimal amount(Payload refund) {
        return refund.list("transactions").stream()
                .filter(transaction -> "refund".equals(transaction.text("kind")))
                .filter(transaction ->
                        !"failure".equals(transaction.text("status")) && !"error".equals(transaction.text("status")))
                .flatMap(transaction -> Optional.ofNullable(transaction.amount("amount")).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
