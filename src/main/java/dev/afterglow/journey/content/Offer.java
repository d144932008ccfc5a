package dev.afterglow.journey.content;

import dev.afterglow.journey.content.VoucherSource.Gift;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What is put aside for somebody who has not been here for a while. */
record Offer(String kind, @Nullable URI preview, @Nullable Gift voucher) {

    static final Offer NONE = new Offer("NONE", null, null);
    static final Offer RESERVED_CONTENT = new Offer("RESERVED_CONTENT", null, null);

    static Offer earlyAccess(URI preview) {
        return new Offer("EARLY_ACCESS", preview, null);
    }

    static Offer voucher(Gift gift) {
        return new Offer("VOUCHER", null, gift);
    }
}
