package dev.afterglow.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.afterglow.AfterglowTest;
import dev.afterglow.TestShop;
import dev.afterglow.customer.CustomerId;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.order.Address;
import dev.afterglow.order.Attempts;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.OrderRegister;
import dev.afterglow.order.OrderSource;
import dev.afterglow.order.ReportedRefund;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AfterglowTest
class ReturnsTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    Returns returns;

    @Autowired
    ReturnLabels labels;

    @Autowired
    TestShop shop;

    @Autowired
    TimeMachine time;

    @Autowired
    Attempts attempts;

    @Autowired
    OrderRegister orders;

    @Test
    void showsTheAmountsBeforeAnythingIsConfirmed() {
        var order = threeThings();

        var offer = returns.offer(order, List.of(new Units(0, 2)), ReturnReason.UNWANTED);

        assertThat(offer.of(Resolution.EXCHANGE).fee()).isEqualByComparingTo("0");
        assertThat(offer.of(Resolution.REFUND).amount()).isEqualByComparingTo("155.10");
        assertThat(offer.of(Resolution.STORE_CREDIT).bonus()).isEqualByComparingTo("16.00");
        assertThat(offer.of(Resolution.STORE_CREDIT).amount()).isEqualByComparingTo("171.10");
        assertThat(returns.offer(order, List.of(new Units(1, 1)), ReturnReason.DEFECTIVE)
                        .of(Resolution.REFUND)
                        .amount())
                .isEqualByComparingTo("30.00");
        assertThat(returns.of(order)).isEmpty();
    }

    @Test
    void neverTakesBackMoreThanIsLeft() {
        var order = threeThings();
        request(order, List.of(new Units(0, 1)), "one");
        orders.report(order, new ReportedRefund("R1", new BigDecimal("30.00"), Map.of("2", 1), time.now()));

        assertThat(returns.returnable(order)).singleElement().satisfies(line -> {
            assertThat(line.line()).isZero();
            assertThat(line.units()).isEqualTo(1);
        });
        assertThatThrownBy(() -> request(order, List.of(new Units(0, 2)), "two"))
                .hasMessageContaining("Not that many");
        assertThatThrownBy(() -> request(order, List.of(new Units(1, 1)), "three"))
                .hasMessageContaining("Not that many");
        assertThatThrownBy(() -> request(order, List.of(new Units(9, 1)), "four"))
                .hasMessageContaining("Not that many");
        assertThatThrownBy(() -> request(order, List.of(new Units(0, 0)), "five"))
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> request(order, List.of(new Units(0, 1), new Units(0, 1)), "six"))
                .hasMessageContaining("Say once");
        assertThatThrownBy(() -> returns.offer(new OrderId(99_999_999), List.of(), ReturnReason.OTHER))
                .isInstanceOfSatisfying(
                        ReturnNotPossibleException.class,
                        e -> assertThat(e.why()).isEqualTo(ReturnNotPossibleException.Why.NO_SUCH_ORDER));
    }

    @Test
    void countsARefundOnceThoughTheShopReportsItToo() {
        var order = threeThings();
        var lines = List.of(new OrderLine("1", "LAMP", "A lamp", null, 2, new BigDecimal("80.00"), 1));
        var settled = returned(order, Resolution.REFUND, ReturnState.SETTLED);
        var credited = returned(order, Resolution.STORE_CREDIT, ReturnState.SETTLED);

        assertThat(left(lines, List.of(settled))).isEqualTo(1);
        assertThat(left(lines, List.of(settled, credited))).isZero();
        assertThat(left(lines, List.of())).isEqualTo(1);
        assertThat(left(lines, List.of(returned(order, Resolution.REFUND, ReturnState.LAPSED))))
                .isEqualTo(1);
    }

    @Test
    void keepsOneReturnOfAHundredDoubleClicks() {
        var order = threeThings();

        var numbers = IntStream.range(0, 100)
                .parallel()
                .mapToObj(click -> attempts.inTransaction(() -> request(order, List.of(new Units(0, 1)), "form-1")))
                .map(Return::number)
                .distinct()
                .toList();

        assertThat(numbers).hasSize(1);
        assertThat(returns.of(order)).hasSize(1);
        assertThat(numbers.get(0)).matches("RMA-" + order + "-[0-9A-HJKMNP-TV-Z]{8}");
        assertThat(returns.byNumber(numbers.get(0))).isPresent();
    }

    @Test
    void isOpenForWithdrawalFromTheOrderUntilTwoWeeksAfterTheLastParcel() {
        var order = shop.anOrder().placedAt(LocalTime.NOON);
        assertThat(returns.withdrawalOpen(order)).isTrue();
        assertThat(returns.withdrawBy(order)).isEmpty();
        time.advance(Duration.ofDays(20));
        assertThat(returns.withdrawalOpen(order)).isTrue();
        shop.deliver(order);

        var last = returns.withdrawBy(order).orElseThrow();
        assertThat(last).isAfterOrEqualTo(time.now().atZone(PARIS).toLocalDate().plusDays(14));
        assertThat(last.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        time.advanceTo(last.atTime(23, 59).atZone(PARIS).toInstant());
        assertThat(returns.withdrawalOpen(order)).isTrue();
        time.advanceTo(last.plusDays(1).atTime(0, 1).atZone(PARIS).toInstant());
        assertThat(returns.withdrawalOpen(order)).isFalse();
        assertThatThrownBy(() -> returns.withdraw(order, "Anna", "anna@example.org"))
                .hasMessageContaining("period of this order is over");
    }

    @Test
    void asksOnlyForWhatAReceiptNeeds() {
        var order = threeThings();

        assertThatThrownBy(() -> returns.withdraw(order, " ", "anna@example.org"))
                .hasMessageContaining("Give your name");
        assertThatThrownBy(() -> returns.withdraw(order, "Anna", "nowhere")).hasMessageContaining("Give your name");
        assertThat(returns.hasWithdrawn(order)).isFalse();
    }

    @Test
    void printsALabelWhoseCodeReadsAsTheNumber() throws Exception {
        var it = request(threeThings(), List.of(new Units(0, 1)), "label");

        var picture = ImageIO.read(new ByteArrayInputStream(labels.qrCode(it.id())));
        var pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        var source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
        var read = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)));

        assertThat(read.getText()).isEqualTo(it.number());
        var label = labels.of(it.id());
        assertThat(label.to()).startsWith("Maison Lumen", "Maison Lumen SARL").contains("69001 Lyon");
        assertThat(label.prepaid()).isFalse();
        assertThat(label.lines())
                .singleElement()
                .extracting(ReturnedLine::title)
                .isEqualTo("A lamp");
    }

    private int left(List<OrderLine> lines, List<Return> before) {
        var order = new Order(
                new OrderId(1),
                OrderSource.API,
                "x",
                "x",
                new CustomerId(1),
                time.now(),
                "EUR",
                new BigDecimal("160.00"),
                null,
                null,
                null,
                Address.NONE,
                null,
                false,
                false,
                null,
                null,
                lines);
        return new Inventory(order, before)
                .lines().stream().mapToInt(ReturnableLine::units).sum();
    }

    private Return returned(OrderId order, Resolution resolution, ReturnState state) {
        var line = new ReturnedLine(0, "1", "LAMP", "A lamp", null, 1, new BigDecimal("80.00"));
        var zero = BigDecimal.ZERO;
        return new Return(
                new ReturnId(1),
                order,
                ReturnKind.RETURN,
                "RMA-1",
                ReturnReason.OTHER,
                resolution,
                null,
                null,
                "EUR",
                zero,
                zero,
                zero,
                zero,
                state,
                null,
                null,
                null,
                time.now(),
                null,
                null,
                null,
                List.of(line));
    }

    private Return request(OrderId order, List<Units> units, String key) {
        return returns.request(
                new ReturnRequest(order, units, ReturnReason.UNWANTED, Resolution.REFUND, null, null, key));
    }

    private OrderId threeThings() {
        var order = shop.anOrder()
                .holding(
                        new OrderLine("1", "LAMP", "A lamp", null, 2, new BigDecimal("80.00"), 0),
                        new OrderLine("2", "SHADE", "A shade", null, 1, new BigDecimal("30.00"), 0))
                .placedAt(LocalTime.NOON);
        shop.deliver(order);
        return order;
    }
}
