package dev.afterglow.journey.content;

import dev.afterglow.order.Dossier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Issues the voucher that a reactivation may bring; the module that keeps vouchers does it. */
public interface VoucherSource {

    /**
     * The voucher of this order: asked again it answers the same one, and nothing when the shop gives none.
     */
    Optional<Gift> voucherFor(Dossier dossier);

    /**
     * A voucher as the customer reads it.
     *
     * @param code for one use, not to be guessed
     * @param amount in the order's currency
     * @param until its last day
     */
    record Gift(String code, BigDecimal amount, LocalDate until) {}
}
