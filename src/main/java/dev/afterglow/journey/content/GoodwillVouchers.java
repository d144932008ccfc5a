package dev.afterglow.journey.content;

import dev.afterglow.loyalty.VoucherReason;
import dev.afterglow.loyalty.Vouchers;
import dev.afterglow.order.Dossier;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Issues the voucher of a reactivation, one per order, where the shop has said what it is worth. */
@Component
class GoodwillVouchers implements VoucherSource {

    private final Vouchers vouchers;
    private final OfferSettings settings;

    GoodwillVouchers(Vouchers vouchers, OfferSettings settings) {
        this.vouchers = vouchers;
        this.settings = settings;
    }

    @Override
    public Optional<Gift> voucherFor(Dossier dossier) {
        return Optional.ofNullable(settings.voucherAmount()).map(amount -> {
            var order = dossier.order();
            var voucher = vouchers.issue(
                    dossier.customer().id(),
                    VoucherReason.REACTIVATION,
                    order.id().toString(),
                    amount,
                    order.currency());
            return new Gift(voucher.code(), voucher.amount(), voucher.expiresOn());
        });
    }
}
