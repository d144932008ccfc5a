package dev.afterglow.returns;

import dev.afterglow.catalog.Product;
import dev.afterglow.catalog.Products;
import dev.afterglow.returns.ReturnNotPossibleException.Why;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out what a customer may give back and what she gets for it. */
@Component
class ReturnTerms {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Products products;
    private final CreditBonus bonus;
    private final ReturnSettings settings;

    ReturnTerms(Products products, CreditBonus bonus, ReturnSettings settings) {
        this.products = products;
        this.bonus = bonus;
        this.settings = settings;
    }

    /** The chosen units as lines of a return; never more than bought minus refunded minus in a return already. */
    List<ReturnedLine> lines(Inventory inventory, List<Units> chosen) {
        var lines = new ArrayList<ReturnedLine>();
        var seen = new HashSet<Integer>();
        for (var units : chosen) {
            if (units.quantity() < 0 || !seen.add(units.line())) {
                throw new ReturnNotPossibleException(
                        Why.NOTHING_CHOSEN, "Say once for each thing how many of it come back.");
            }
            if (units.quantity() > 0) {
                lines.add(ReturnedLine.of(left(inventory, units), units.quantity()));
            }
        }
        if (lines.isEmpty()) {
            throw new ReturnNotPossibleException(Why.NOTHING_CHOSEN, "Choose at least one thing to give back.");
        }
        return lines;
    }

    private static ReturnableLine left(Inventory inventory, Units units) {
        return inventory.lines().stream()
                .filter(line -> line.line() == units.line() && line.units() >= units.quantity())
                .findFirst()
                .orElseThrow(() -> new ReturnNotPossibleException(
                        Why.MORE_THAN_LEFT,
                        "Not that many of these are left to give back: some are refunded or in a return already."));
    }

    Offer offer(Inventory inventory, List<ReturnedLine> lines, ReturnReason reason) {
        return new Offer(
                inventory.order().currency(),
                Arrays.stream(Resolution.values())
                        .map(resolution -> choice(inventory, lines, reason.fault(), resolution))
                        .toList());
    }

    private Offer.Choice choice(Inventory inventory, List<ReturnedLine> lines, Fault fault, Resolution resolution) {
        var goods = goods(lines);
        var added = resolution == Resolution.STORE_CREDIT
                ? inventory.rounded(goods.multiply(BigDecimal.valueOf(bonus.percent(fault, goods)))
                        .divide(HUNDRED, goods.scale() + 2, RoundingMode.HALF_UP))
                : BigDecimal.ZERO;
        var fee = fault == Fault.CUSTOMER && resolution != Resolution.EXCHANGE
                ? inventory.rounded(settings.shippingFee()).min(goods)
                : BigDecimal.ZERO;
        return new Offer.Choice(resolution, goods, added, fee, goods.add(added).subtract(fee));
    }

    /** What a withdrawal brings: the things that are left and, when all is given back, the delivery. */
    Offer.Choice withdrawal(Inventory inventory, List<ReturnedLine> lines) {
        var everything = inventory.isUntouched()
                && lines.size() == inventory.order().lines().size();
        var amount = everything ? inventory.order().total() : goods(lines);
        return new Offer.Choice(Resolution.REFUND, goods(lines), BigDecimal.ZERO, BigDecimal.ZERO, amount);
    }

    /** Everything left that a withdrawal covers. */
    List<ReturnedLine> withdrawable(Inventory inventory) {
        return inventory.lines().stream()
                .filter(line -> !isFinalSale(line.sku()))
                .map(line -> ReturnedLine.of(line, line.units()))
                .toList();
    }

    /** Whether a return holds something that is not taken back for a change of mind. */
    boolean isFinalSale(Return it) {
        return it.lines().stream().anyMatch(line -> isFinalSale(line.sku()));
    }

    private boolean isFinalSale(@Nullable String sku) {
        return sku != null
                && products.bySku(sku)
                        .map(Product::category)
                        .filter(Objects::nonNull)
                        .filter(settings.finalSale()::contains)
                        .isPresent();
    }

    private static BigDecimal goods(List<ReturnedLine> lines) {
        return lines.stream().map(ReturnedLine::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
