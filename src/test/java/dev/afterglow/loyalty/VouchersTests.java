package dev.afterglow.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.AfterglowTest;
import dev.afterglow.TestShop;
import dev.afterglow.customer.CustomerId;
import dev.afterglow.order.Orders;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AfterglowTest
class VouchersTests {

    @Autowired
    Vouchers vouchers;

    @Autowired
    TestShop shop;

    @Autowired
    Orders orders;

    @Test
    void issuesOneVoucherPerReasonHoweverOftenItIsAsked() {
        var customer = customer();
        var reference = UUID.randomUUID().toString();

        var first = issue(customer, reference);
        var second = issue(customer, reference);

        assertThat(second).isEqualTo(first);
        assertThat(vouchers.of(customer)).containsExactly(first);
    }

    @Test
    void isUsedOnceByWhoeverComesFirst() {
        var voucher = issue(customer(), UUID.randomUUID().toString());
        var used = new AtomicInteger();

        IntStream.range(0, 20).parallel().forEach(attempt -> {
            try {
                vouchers.redeem(" " + voucher.code().toLowerCase(), "order " + attempt);
                used.incrementAndGet();
            } catch (VoucherNotUsableException e) {
                assertThat(e).hasMessageContaining("has been used already");
            }
        });

        assertThat(used).hasValue(1);
        assertThatThrownBy(() -> vouchers.takeBack(VoucherReason.RETURN, voucher.reference()))
                .isInstanceOf(VoucherNotUsableException.class);
    }

    @Test
    void isWorthNothingOnceTakenBack() {
        var voucher = issue(customer(), UUID.randomUUID().toString());
        vouchers.takeBack(VoucherReason.RETURN, voucher.reference());
        vouchers.takeBack(VoucherReason.RETURN, voucher.reference());

        assertThatThrownBy(() -> vouchers.redeem(voucher.code(), "1")).hasMessageContaining("was taken back");
        assertThatThrownBy(() -> vouchers.redeem("AAAA-BBBB-CCCC", "1")).hasMessageContaining("no voucher");
        vouchers.takeBack(VoucherReason.RETURN, "never issued");
    }

    @Test
    void drawsCodesNobodyDrewBefore() {
        var codes = new HashSet<String>();

        IntStream.range(0, 10_000).forEach(draw -> codes.add(VoucherCodes.next()));

        assertThat(codes)
                .hasSize(10_000)
                .allMatch(code -> code.matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}"));
    }

    private Voucher issue(CustomerId customer, String reference) {
        return vouchers.issue(customer, VoucherReason.RETURN, reference, new BigDecimal("20.00"), "EUR");
    }

    private CustomerId customer() {
        return orders.byId(shop.anOrder().placed()).orElseThrow().customer();
    }
}
