package dev.afterglow.journey.returnhandling;

import dev.afterglow.catalog.Product;
import dev.afterglow.catalog.Products;
import dev.afterglow.customer.EmailAddress;
import dev.afterglow.journey.touchpoint.MatterSource;
import dev.afterglow.loyalty.Voucher;
import dev.afterglow.loyalty.VoucherReason;
import dev.afterglow.loyalty.Vouchers;
import dev.afterglow.message.MessageFacts.Line;
import dev.afterglow.message.MessageFacts.Matter;
import dev.afterglow.order.Dossier;
import dev.afterglow.returns.Exchange;
import dev.afterglow.returns.Exchanges;
import dev.afterglow.returns.Return;
import dev.afterglow.returns.ReturnId;
import dev.afterglow.returns.ReturnParcels;
import dev.afterglow.returns.ReturnState;
import dev.afterglow.returns.ReturnedLine;
import dev.afterglow.returns.Returns;
import dev.afterglow.returns.Withdrawal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a message about a return: its number, things, amount, and the code that goes with its state. */
@Component
class ReturnMatter implements MatterSource {

    private final Returns returns;
    private final ReturnParcels parcels;
    private final Exchanges exchanges;
    private final Vouchers vouchers;
    private final Products products;

    ReturnMatter(Returns returns, ReturnParcels parcels, Exchanges exchanges, Vouchers vouchers, Products products) {
        this.returns = returns;
        this.parcels = parcels;
        this.exchanges = exchanges;
        this.vouchers = vouchers;
        this.products = products;
    }

    @Override
    public String process() {
        return "returnHandling";
    }

    @Override
    public Matter matter(String reference, Dossier dossier) {
        var it = known(reference);
        var language = dossier.locale().getLanguage();
        return new Matter(
                it.number(),
                text(it),
                it.amount(),
                until(it),
                code(it),
                choice(it),
                things(it).stream().map(line -> line(line, language)).toList());
    }

    /** A receipt goes where she asked for it. */
    @Override
    public Optional<EmailAddress> recipient(String reference) {
        var it = known(reference);
        return it.isWithdrawal()
                ? returns.withdrawalOf(it.order()).map(Withdrawal::email).flatMap(EmailAddress::of)
                : Optional.empty();
    }

    private @Nullable String text(Return it) {
        return it.isWithdrawal() ? statement(it).map(Withdrawal::content).orElse(null) : it.words();
    }

    private @Nullable LocalDate until(Return it) {
        return voucher(it).map(Voucher::expiresOn).orElse(it.sendBy());
    }

    private @Nullable String code(Return it) {
        if (it.isWithdrawal()) {
            return statement(it).map(Withdrawal::contentHash).orElse(null);
        }
        return voucher(it)
                .map(Voucher::code)
                .or(() -> exchanges.of(it.id()).map(Exchange::followUpNumber))
                .orElse(null);
    }

    /** While a parcel is waited for, what is to be sent; else all of it. */
    private List<ReturnedLine> things(Return it) {
        return it.state() == ReturnState.APPROVED ? parcels.toSend(it.id()) : it.lines();
    }

    private static String choice(Return it) {
        if (it.state() == ReturnState.REFUSED) {
            return it.refusedFor() == null ? "WORDS" : it.refusedFor();
        }
        return it.isWithdrawal() ? "WITHDRAWAL" : it.resolution().name();
    }

    private Optional<Withdrawal> statement(Return it) {
        return returns.withdrawalOf(it.order());
    }

    private Optional<Voucher> voucher(Return it) {
        return vouchers.issuedFor(VoucherReason.RETURN, it.id().toString());
    }

    private Line line(ReturnedLine line, String language) {
        var sku = line.sku();
        var product =
                sku == null ? Optional.<Product>empty() : products.bySku(sku).map(found -> found.in(language));
        return new Line(
                product.map(Product::title).orElse(line.title()),
                line.variant(),
                sku,
                product.map(Product::imageUrl).orElse(null),
                line.quantity(),
                line.value());
    }

    private Return known(String reference) {
        return returns.byId(ReturnId.parse(reference)).orElseThrow();
    }
}
