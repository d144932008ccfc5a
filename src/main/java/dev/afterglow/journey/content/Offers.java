package dev.afterglow.journey.content;

import dev.afterglow.journey.engine.DecisionTable;
import dev.afterglow.journey.touchpoint.Dossier;
import dev.afterglow.message.Objective;
import dev.afterglow.message.Touchpoint;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks reactivation-offer.dmn what to put aside; what the shop cannot keep is not promised. */
@Component
class Offers {

    private final DecisionTable table = DecisionTable.of("reactivationOffer");
    private final OfferSettings settings;
    private final ObjectProvider<VoucherSource> vouchers;

    Offers(OfferSettings settings, ObjectProvider<VoucherSource> vouchers) {
        this.settings = settings;
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
