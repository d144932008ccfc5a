package dev.afterglow.returns;

import dev.afterglow.order.Order;
import dev.afterglow.order.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** What of an order may still come back, and what was paid for it. */
record Inventory(Order order, List<Return> returns) {

    /** Everything bought that is neither refunded nor in a return. */
    List<ReturnableLine> lines() {
        return IntStream.range(0, order.lines().size())
                .mapToObj(this::line)
                .filter(line -> line.units() > 0)
                .toList();
    }

    /** What remains of the order's money when nothing was refunded or settled yet: all of it, delivery included. */
    boolean isUntouched() {
        return order.lines().stream().allMatch(line -> line.refunded() == 0)
                && returns.stream().noneMatch(it -> it.state().holdsUnits());
    }

    private ReturnableLine line(int position) {
        var line = order.lines().get(position);
        return new ReturnableLine(
                position,
                line.externalId(),
                line.sku(),
                line.title(),
                line.variant(),
                Math.max(0, line.quantity() - gone(position, line)),
                unitValue(line));
    }

    /** The shop reports a refund that was paid here once more as its own: the same units count once. */
    private int gone(int position, OrderLine line) {
        var refundedHere = units(position, line, true);
        return Math.max(line.refunded(), refundedHere) + units(position, line, false);
    }

    private int units(int position, OrderLine line, boolean refunded) {
        return returns.stream()
                .filter(it -> it.state().holdsUnits())
                .filter(it -> refunded == (it.state() == ReturnState.SETTLED && it.resolution() == Resolution.REFUND))
                .flatMap(it -> it.lines().stream())
                .filter(returned -> isSame(returned, position, line))
                .mapToInt(ReturnedLine::quantity)
                .sum();
    }

    /** A shop that edits an order may move its lines; its own id of a line stays. */
    private static boolean isSame(ReturnedLine returned, int position, OrderLine line) {
        return returned.externalId() != null && line.externalId() != null
                ? Objects.equals(returned.externalId(), line.externalId())
                : returned.line() == position;
    }

    /** A discount on the whole order is shared out by price; taxes on top likewise, when delivery is known. */
    private BigDecimal unitValue(OrderLine line) {
        var listed = order.lines().stream().map(OrderLine::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (listed.signum() == 0) {
            return BigDecimal.ZERO;
        }
        var shipping = order.shipping();
        var paid = order.total().subtract(shipping == null ? BigDecimal.ZERO : shipping);
        if (paid.signum() < 0 || shipping == null && paid.compareTo(listed) > 0) {
            return line.unitPrice();
        }
        return line.unitPrice().multiply(paid).divide(listed, digits(), RoundingMode.HALF_UP);
    }

    private int digits() {
        try {
            return Math.max(0, Currency.getInstance(order.currency()).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            return 2;
        }
    }

    /** Rounded to the coins of the order's currency. */
    BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(digits(), RoundingMode.HALF_UP);
    }
}
