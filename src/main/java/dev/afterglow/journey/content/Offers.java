package dev.afterglow.journey.content;

import dev.afterglow.customer.Shop;
import dev.afterglow.journey.content.VoucherSource.Gift;
import dev.afterglow.journey.engine.DecisionTable;
import dev.afterglow.message.Objective;
import dev.afterglow.message.Touchpoint;
import dev.afterglow.order.Dossier;
import java.math.BigDecimal;
import java.net.URI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks reactivation-offer.dmn what to put aside; what the shop cannot keep is not promised. */
@Component
class Offers {

    private final DecisionTable table = DecisionTable.of("reactivationOffer");
    private static final BigDecimal SAMPLE_AMOUNT = new BigDecimal("10.00");
    private static final int SAMPLE_MONTHS = 3;

    private final OfferSettings settings;
    private final Shop shop;
    private final ObjectProvider<VoucherSource> vouchers;

    Offers(OfferSettings settings, Shop shop, ObjectProvider<VoucherSource> vouchers) {
        this.settings = settings;
        this.shop = shop;
        this.vouchers = vouchers;
    }

    Offer with(Touchpoint touchpoint, Dossier dossier, Portrait portrait) {
        if (touchpoint.objective() != Objective.REACTIVATE) {
            return Offer.NONE;
        }
        var offer = table.firstHit(portrait.inputs()).word("offer");
        return switch (offer) {
            case "RESERVED_CONTENT" -> Offer.RESERVED_CONTENT;
            case "EARLY_ACCESS" -> earlyAccess();
            case "VOUCHER" -> voucher(dossier);
            default -> throw new IllegalStateException("reactivation-offer.dmn answers " + offer);
        };
    }

    /** Where a look before the others leads, or the shop's front door while nothing is configured. */
    URI preview() {
        var preview = settings.earlyAccessUrl();
        return preview == null ? shop.url() : preview;
    }

    /** A voucher to look at; its code is worth nothing. */
    Gift sampleVoucher(Dossier dossier) {
        return new Gift("SAMPLE-CODE", SAMPLE_AMOUNT, dossier.placedOn().plusMonths(SAMPLE_MONTHS));
    }

    private Offer earlyAccess() {
        var preview = settings.earlyAccessUrl();
        return preview == null ? Offer.RESERVED_CONTENT : Offer.earlyAccess(preview);
    }

    private Offer voucher(Dossier dossier) {
        return vouchers.stream()
                .flatMap(source -> source.voucherFor(dossier).stream())
                .findFirst()
                .map(Offer::voucher)
                .orElse(Offer.RESERVED_CONTENT);
    }
}
