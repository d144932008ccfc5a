package dev.afterglow.journey.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.AfterglowTest;
import dev.afterglow.TestShop;
import dev.afterglow.catalog.Product;
import dev.afterglow.catalog.Products;
import dev.afterglow.customer.Shop;
import dev.afterglow.feedback.FeedbackDesk;
import dev.afterglow.feedback.FollowUps;
import dev.afterglow.feedback.Photo;
import dev.afterglow.feedback.Photos;
import dev.afterglow.feedback.ReviewVerdict;
import dev.afterglow.feedback.WrittenReview;
import dev.afterglow.journey.content.VoucherSource.Gift;
import dev.afterglow.loyalty.Vouchers;
import dev.afterglow.message.MessageFacts.Testimonial;
import dev.afterglow.message.Touchpoints;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.Orders;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
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

    @Autowired
    FeedbackDesk desk;

    @Autowired
    FollowUps followUps;

    @Autowired
    Photos photos;

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
    void quotesWhatAnotherCustomerSaysAboutASuggestionInTheReadersLanguage() {
        products.put(complemented("DESK-1", "DESK-2"));
        var shade = "DESK-2";
        products.put(suggested(shade, "Desk shade"));
        review(shade, Locale.FRENCH, 5, "Une lumière très douce.");
        review(shade, Locale.ENGLISH, 2, "It came in the wrong colour.");
        var order = shop.anOrder().of("DESK-1").placed();
        assertThat(content("cross-sell", order).testimonial()).isNull();

        review(shade, Locale.ENGLISH, 5, "The light is so soft now.");

        assertThat(content("cross-sell", order).testimonial())
                .isEqualTo(new Testimonial("Desk shade", "The light is so soft now.", "Anna A.", null));
        assertThat(content("reactivation", order).testimonial()).isNotNull();
        assertThat(content("welcome", order).testimonial()).isNull();
        assertThat(content("cross-sell", shop.anOrder().of(shade).placed()).testimonial())
                .isNull();
    }

    @Test
    void prefersAReviewWithACustomersPhoto() throws IOException {
        products.put(complemented("WALL-1", "WALL-2"));
        var bulb = "WALL-2";
        products.put(suggested(bulb, "Wall bulb"));
        review(bulb, Locale.GERMAN, 5, "Warm und hell.");
        review(bulb, Locale.GERMAN, 4, "So steht sie bei mir.", photo());
        review(bulb, Locale.GERMAN, 5, "Immer wieder.");

        var testimonial = content(
                        "cross-sell",
                        shop.anOrder().of("WALL-1").reading(Locale.GERMAN).placed())
                .testimonial();

        assertThat(testimonial.text()).isEqualTo("So steht sie bei mir.");
        assertThat(testimonial.pictureUrl()).startsWith("https://after.maison-lumen.example/api/reviews/photos/");
    }

    private static Product complemented(String sku, String complement) {
        return new Product(sku, "A light", "desks", null, null, null, null, null, true, List.of(complement), Map.of());
    }

    private static Product suggested(String sku, String title) {
        return new Product(sku, title, "desks", null, null, null, null, null, true, List.of(), Map.of());
    }

    private void review(String sku, Locale language, int stars, String words) {
        review(sku, language, stars, words, null);
    }

    private void review(String sku, Locale language, int stars, String words, Photo photo) {
        var order = shop.anOrder().of(sku).reading(language).placed();
        var id = desk.review(order, new WrittenReview(sku, stars, "In a word", words, true, true, photo))
                .id();
        followUps.decide(id, new ReviewVerdict(true, null, null), "sven");
    }

    private Photo photo() throws IOException {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", picture);
        return photos.draw(picture.toByteArray());
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
        var dossier = orders.dossier(order).orElseThrow();
        var bought = dossier.order().lines().get(0).sku();
        return contents.of(
                touchpoints.byKey(touchpoint), dossier, products.bySku(bought).orElseThrow());
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
