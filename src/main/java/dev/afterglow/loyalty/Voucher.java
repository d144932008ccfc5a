package dev.afterglow.loyalty;

import dev.afterglow.customer.CustomerId;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Money the shop owes a customer in goods.
 *
 * @param code what she types in; nobody can guess it, and it works once
 * @param reference what it was issued for, in the words of the reason: the id of a return
 * @param expiresOn the last day, in the shop's zone
 */
public record Voucher(
        CustomerId customer,
        String code,
        VoucherReason reason,
        String reference,
        BigDecimal amount,
        String currency,
        LocalDate expiresOn,
        VoucherState state) {}
