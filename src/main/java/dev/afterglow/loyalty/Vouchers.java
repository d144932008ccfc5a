package dev.afterglow.loyalty;

import dev.afterglow.customer.CustomerId;
import dev.afterglow.customer.Shop;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The vouchers: issued once per reason, used once, or taken back. */
@Repository
public class Vouchers {

    private final JdbcClient jdbc;
    private final VoucherSettings settings;
    private final Shop shop;
    private final Clock clock;

    Vouchers(JdbcClient jdbc, VoucherSettings settings, Shop shop, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.shop = shop;
        this.clock = clock;
    }

    /**
     * Issues a voucher; asked again for the same reason and reference, it answers the first one.
     *
     * @throws IllegalArgumentException when the amount is not more than nothing
     */
    @Transactional
    public Voucher issue(
            CustomerId customer, VoucherReason reason, String reference, BigDecimal amount, String currency) {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("A voucher is worth more than " + amount.toPlainString());
        }
        jdbc.sql("""
                        insert into vouchers
                          (customer_id, code, reason, reference, amount, currency, expires_on, state, issued_at, changed_at)
                        select cast(:customer as bigint), :code, :reason, :reference, cast(:amount as numeric(19, 4)),
                          :currency, cast(:expiresOn as date), 'ISSUED', cast(:now as timestamp with time zone),
                          cast(:now as timestamp with time zone)
                        where not exists (select 1 from vouchers where reason = :reason and reference = :reference)
                        """)
                .param("customer", customer.value())
                .param("code", VoucherCodes.next())
                .param("reason", reason.name())
                .param("reference", reference)
                .param("amount", amount)
                .param("currency", currency)
                .param("expiresOn", Date.valueOf(today().plus(settings.validFor())))
                .param("now", now())
                .update();
        return issuedFor(reason, reference).orElseThrow();
    }

    /** The voucher with this code, or nothing; spaces and small letters do not matter. */
    public Optional<Voucher> byCode(String code) {
        return jdbc.sql("select * from vouchers where code = :code")
                .param("code", plain(code))
                .query(Vouchers::voucher)
                .optional();
    }

    /** What was issued for a reason, or nothing. */
    public Optional<Voucher> issuedFor(VoucherReason reason, String reference) {
        return jdbc.sql("select * from vouchers where reason = :reason and reference = :reference")
                .param("reason", reason.name())
                .param("reference", reference)
                .query(Vouchers::voucher)
                .optional();
    }

    /** Everything a customer was given, newest first. */
    public List<Voucher> of(CustomerId customer) {
        return jdbc.sql("select * from vouchers where customer_id = :customer order by issued_at desc, id desc")
                .param("customer", customer.value())
                .query(Vouchers::voucher)
                .list();
    }

    /**
     * Uses a voucher up for an order of the shop.
     *
     * @throws VoucherNotUsableException when it is unknown, used, taken back or expired
     */
    @Transactional
    public Voucher redeem(String code, String order) {
        var used = jdbc.sql("""
                        update vouchers set state = 'REDEEMED', redeemed_by = :order, changed_at = :now
                        where code = :code and state = 'ISSUED' and expires_on >= :today
                        """)
                .param("order", order)
                .param("now", now())
                .param("code", plain(code))
                .param("today", Date.valueOf(today()))
                .update();
        var voucher = byCode(code)
                .orElseThrow(() -> new VoucherNotUsableException(
                        "There is no voucher " + plain(code) + ". Compare it with the message it came in."));
        if (used == 0) {
            throw new VoucherNotUsableException("The voucher " + voucher.code()
                    + switch (voucher.state()) {
                        case REDEEMED -> " has been used already.";
                        case VOIDED -> " was taken back.";
                        case ISSUED -> " was good until " + voucher.expiresOn() + ".";
                    });
        }
        return voucher;
    }

    /**
     * Takes back what was issued for a reason; taken back twice, or never issued, it stays so.
     *
     * @throws VoucherNotUsableException when it has been used
     */
    @Transactional
    public void takeBack(VoucherReason reason, String reference) {
        jdbc.sql("""
                        update vouchers set state = 'VOIDED', changed_at = :now
                        where reason = :reason and reference = :reference and state = 'ISSUED'
                        """)
                .param("now", now())
                .param("reason", reason.name())
                .param("reference", reference)
                .update();
        issuedFor(reason, reference)
                .filter(voucher -> voucher.state() == VoucherState.REDEEMED)
                .ifPresent(voucher -> {
                    throw new VoucherNotUsableException(
                            "The voucher " + voucher.code() + " has been used already and cannot be taken back.");
                });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), shop.zone());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static String plain(String code) {
        return code.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    private static Voucher voucher(ResultSet row, int number) throws SQLException {
        return new Voucher(
                new CustomerId(row.getLong("customer_id")),
                row.getString("code"),
                VoucherReason.valueOf(row.getString("reason")),
                row.getString("reference"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getDate("expires_on").toLocalDate(),
                VoucherState.valueOf(row.getString("state")));
    }
}
