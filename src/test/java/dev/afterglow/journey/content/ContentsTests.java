package dev.afterglow.journey.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.AfterglowTest;
import dev.afterglow.TestShop;
import dev.afterglow.catalog.Product;
import dev.afterglow.catalog.Products;
import dev.afterglow.customer.Shop;
import dev.afterglow.journey.content.VoucherSource.Gift;
import dev.afterglow.loyalty.Vouchers;
import dev.afterglow.message.Touchpoints;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.Orders;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@AfterglowTest
class ContentsTests {

    @Autowired
    TestShop shop;

    @Autowired
    Contents contents;

    @Autowired
    Touchpoints touchpoints;

    @Autowired
    Orders orders;

    @Autowired
    Products products;

    @Autowired
    Portraits portraits;

    @Autowired
    Shop shopOfRecord;

    @Autowired
    JdbcClient jdbc;

    @Test
    void suggestsWhatGoesWithThePurchase() {
        var content = content("cross-sell", shop.anOrder().placed());

        assertThat(content.suggestions()).extracting(Product::sku).containsExactly("BULB", "SHADE");
        assertThat(content.variant()).isNull();
    }

    @Test
    void neverSuggestsWhatSheBoughtInAnEarlierOrder() {
        shop.anOrder().by("earlier@example.org").of("BULB").placed();
        var lamp = shop.anOrder().by("earlier@example.org").placed();

        assertThat(content("cross-sell", lamp).suggestions())
                .extracting(Product::sku)
                .containsExactly("SHADE");
    }

    @Test
    void suggestsOneThingAndSpeaksWithCareAfterAReturn() {
        var order = shop.anOrder().placed();
        giveBack(order);

        assertThat(content("cross-sell", order).suggestions())
                .extracting(Product::sku)
                .containsExactly("BULB");
        assertThat(content("reactivation", order).variant()).isEqualTo("after-return");
    }

    @Test
    void promotesOnlyWhereItMay() {
        var order = shop.anOrder().placed();

        assertThat(content("order-confirmation", order)).isEqualTo(Content.PLAIN);
        assertThat(content("welcome", order).suggestions()).isEmpty();
        assertThat(content("product-education", order).suggestions()).isEmpty();
    }

    @Test
    void welcomesBackWhoHasBeenHereBefore() {
        shop.anOrder().by("again@example.org").of("CARD").placed();

        assertThat(content("welcome", shop.anOrder().by("again@example.org").placed())
                        .variant())
                .isEqualTo("returning");
    }

    @Test
    void suggestsMoreOfTheSameKindToTheHappyAndNothingToTheUnhappy() {
        products.put(product("VASE-1", "Bud vase", true));
        products.put(product("VASE-2", "Floor vase", true));
        products.put(product("VASE-3", "Sold out vase", false));
        products.put(product("VASE-4", "Wall vase", true));
        var recommendations = new Recommendations(products);
        var vase = products.bySku("VASE-1").orElseThrow();

        assertThat(recommendations.to(portrait("POSITIVE", "VIP", Set.of("VASE-1", "VASE-4")), vase))
                .extracting(Product::sku)
                .containsExactly("VASE-2");
        assertThat(recommendations.to(portrait("NEGATIVE", "VIP", Set.of("VASE-1")), vase))
                .isEmpty();
    }

    @Test
    void promisesALookBeforeTheOthersOnlyWhereThereIsOne() {
        var order = shop.anOrder().placed();
        var vip = portrait("UNKNOWN", "VIP", Set.of());
        var preview = URI.create("https://shop.example/preview");

        assertThat(offer(new OfferSettings(null, null), new StaticListableBeanFactory(), vip, order))
                .isEqualTo(Offer.RESERVED_CONTENT);
        assertThat(offer(new OfferSettings(preview, null), new StaticListableBeanFactory(), vip, order))
                .isEqualTo(Offer.earlyAccess(preview));
    }

    @Test
    void givesAVoucherOnlyWhereSomebodyIssuesIt() {
        var order = shop.anOrder().placed();
        var forgiving = portrait("UNKNOWN", "AFTER_RETURN", Set.of());
        var gift = new Gift("AB12-CD34", new BigDecimal("10.00"), LocalDate.of(2027, 1, 31));
        VoucherSource source = dossier -> Optional.of(gift);

        assertThat(offer(new OfferSettings(null, null), new StaticListableBeanFactory(), forgiving, order))
                .isEqualTo(Offer.RESERVED_CONTENT);
        assertThat(offer(
                        new OfferSettings(null, null),
                        new StaticListableBeanFactory(Map.of("vouchers", source)),
                        forgiving,
                        order))
                .isEqualTo(Offer.voucher(gift));
    }

    @Test
    void issuesOneVoucherPerOrderOnceTheShopHasSaidWhatItIsWorth(@Autowired Vouchers vouchers) {
        var dossier = orders.dossier(shop.anOrder().placed()).orElseThrow();
        var generous = new GoodwillVouchers(vouchers, new OfferSettings(null, new BigDecimal("10.00")));

        assertThat(new GoodwillVouchers(vouchers, new OfferSettings(null, null)).voucherFor(dossier))
                .isEmpty();
        var first = generous.voucherFor(dossier).orElseThrow();
        assertThat(first.amount()).isEqualByComparingTo("10");
        assertThat(generous.voucherFor(dossier)).contains(first);
        assertThat(vouchers.of(dossier.customer().id())).hasSize(1);
    }

    @Test
    void takesTheSeasonFromWhereItIsDelivered() {
        var order = shop.anOrder().placed();
        var north = portraits.of(orders.dossier(order).orElseThrow(), null).season();
        jdbc.sql("update orders set country = 'NZ' where id = :id")
                .param("id", order.value())
                .update();

        assertThat(portraits.of(orders.dossier(order).orElseThrow(), null).season())
                .isNotEqualTo(north);
    }

    private Content content(String touchpoint, OrderId order) {
        return contents.of(
                touchpoints.byKey(touchpoint),
                orders.dossier(order).orElseThrow(),
                products.bySku("LAMP").orElseThrow());
    }

    private Offer offer(OfferSettings settings, StaticListableBeanFactory beans, Portrait reader, OrderId order) {
        return new Offers(settings, shopOfRecord, beans.getBeanProvider(VoucherSource.class))
                .with(touchpoints.byKey("reactivation"), orders.dossier(order).orElseThrow(), reader);
    }

    private void giveBack(OrderId order) {
        jdbc.sql("update order_lines set refunded = 1 where order_id = :order")
                .param("order", order.value())
                .update();
    }

    private static Portrait portrait(String sentiment, String segment, Set<String> owned) {
        return new Portrait(segment, 3, sentiment, Season.WINTER, "vases", "en", "FR", owned);
    }

    private static Product product(String sku, String title, boolean inStock) {
        return new Product(sku, title, "Vases", null, null, null, null, null, inStock, List.of(), Map.of());
    }
}
