package dev.afterglow.fuzz;

import dev.afterglow.customer.AddressFuzz;
import dev.afterglow.feedback.PhotoFuzz;
import dev.afterglow.intake.aftership.AfterShipFuzz;
import dev.afterglow.intake.api.RequestFuzz;
import dev.afterglow.intake.files.CsvFuzz;
import dev.afterglow.intake.shopify.ShopifyFuzz;
import dev.afterglow.intake.web.SignatureFuzz;
import dev.afterglow.intake.woocommerce.WooCommerceFuzz;
import dev.afterglow.message.bounces.BounceFuzz;
import dev.afterglow.order.LinkFuzz;
import java.util.List;
import java.util.function.Supplier;

/** All that reads what strangers write. */
enum Parser {
    SHOPIFY(ShopifyFuzz::new),
    WOOCOMMERCE(WooCommerceFuzz::new),
    AFTERSHIP(AfterShipFuzz::new),
    SIGNATURE(SignatureFuzz::new),
    REQUEST(RequestFuzz::new),
    CSV(CsvFuzz::new),
    LINK(LinkFuzz::new),
    ADDRESS(AddressFuzz::new),
    BOUNCE(BounceFuzz::new),
    PHOTO(PhotoFuzz::new);

    private final Supplier<FuzzedParser> made;
    private FuzzedParser parser;

    Parser(Supplier<FuzzedParser> made) {
        this.made = made;
    }

    void read(byte[] input) throws Exception {
        parser().read(input);
    }

    List<byte[]> seeds() {
        return parser().seeds();
    }

    FuzzedParser parser() {
        if (parser == null) {
            parser = made.get();
        }
        return parser;
    }
}
