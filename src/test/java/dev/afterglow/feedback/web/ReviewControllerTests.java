package dev.afterglow.feedback.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterglow.AfterglowTest;
import dev.afterglow.TestShop;
import dev.afterglow.catalog.Product;
import dev.afterglow.catalog.Products;
import dev.afterglow.feedback.FeedbackDesk;
import dev.afterglow.feedback.FollowUps;
import dev.afterglow.feedback.Photos;
import dev.afterglow.feedback.ReviewVerdict;
import dev.afterglow.feedback.Reviews;
import dev.afterglow.feedback.WrittenReview;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AfterglowTest
class ReviewControllerTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    TestShop shop;

    @Autowired
    Products products;

    @Autowired
    FeedbackDesk desk;

    @Autowired
    FollowUps followUps;

    @Autowired
    Reviews reviews;

    @Autowired
    Photos photos;

    @LocalServerPort
    int port;

    private final HttpClient browser = HttpClient.newHttpClient();
    private final String sku = "VASE-" + UUID.randomUUID();

    @BeforeEach
    void sellAVase() {
        products.put(new Product(
                sku,
                "Aube vase",
                "home",
                "https://shop.example/vase",
                null,
                null,
                null,
                24,
                true,
                List.of(),
                Map.of()));
    }

    @Test
    void publishesWhatWasApprovedAsSchemaOrgDescribesIt() throws Exception {
        publish(review(5, "Lovely", true, false));
        publish(review(2, "Too small", false, false));
        desk.review(shop.anOrder().of(sku).placed(), review(1, "Not read yet", true, false));

        var answer = get("/api/reviews?sku=" + sku);
        var page = JSON.readTree(answer.body());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=300, public");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(page.get("@context").asText()).isEqualTo("https://schema.org");
        assertThat(page.get("@type").asText()).isEqualTo("Product");
        assertThat(page.get("name").asText()).isEqualTo("Aube vase");
        assertThat(page.at("/aggregateRating/ratingValue").decimalValue()).isEqualByComparingTo("3.5");
        assertThat(page.at("/aggregateRating/reviewCount").asInt()).isEqualTo(2);
        assertThat(page.get("review")).hasSize(2);
        var latest = page.at("/review/0");
        assertThat(latest.get("name").asText()).isEqualTo("Too small");
        assertThat(latest.at("/author/name").asText()).isEqualTo("Anonymous");
        assertThat(latest.at("/reviewRating/ratingValue").asInt()).isEqualTo(2);
        assertThat(latest.get("verifiedPurchase").asBoolean()).isTrue();
        assertThat(latest.get("datePublished").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(page.at("/review/1/author/name").asText()).isEqualTo("Anna A.");
        assertThat(answer.body()).doesNotContain("Not read yet", "Ami", "@example.org");
    }

    @Test
    void letsAnyShopPageReadThem() throws Exception {
        var request = HttpRequest.newBuilder(address("/api/reviews?sku=" + sku))
                .header("Origin", "https://shop.example")
                .build();

        var answer = browser.send(request, BodyHandlers.ofString());

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(JSON.readTree(answer.body()).get("review")).isEmpty();
        assertThat(JSON.readTree(answer.body()).has("aggregateRating")).isFalse();
    }

    @Test
    void saysInWordsThatItDoesNotKnowTheProduct() throws Exception {
        var answer = get("/api/reviews?sku=NOTHING-" + UUID.randomUUID());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(answer.body()).get("detail").asText()).startsWith("There is no product with the SKU");
    }

    @Test
    void showsAPhotoToTheModeratorFirstAndToEverybodyAfterwards() throws Exception {
        var id = desk.review(shop.anOrder().of(sku).placed(), review(4, "With a picture", true, true))
                .id();
        var path = reviews.byId(id).orElseThrow().photoPath();

        var before = photo(path);
        assertThat(before.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(ImageIO.read(new ByteArrayInputStream(before.body())).getWidth())
                .isEqualTo(300);

        followUps.decide(id, new ReviewVerdict(true, null, null), "sven");
        var after = photo(path);
        assertThat(after.headers().firstValue("Cache-Control").orElse("")).contains("public");
        assertThat(after.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(json("/api/reviews?sku=" + sku).at("/review/0/image").asText())
                .endsWith(path);
    }

    @Test
    void deletesThePhotoOfARefusedReview() throws Exception {
        var id = desk.review(shop.anOrder().of(sku).placed(), review(4, "A face", true, true))
                .id();
        var path = reviews.byId(id).orElseThrow().photoPath();

        followUps.decide(id, new ReviewVerdict(false, "It shows somebody else.", null), "sven");

        assertThat(photo(path).statusCode()).isEqualTo(404);
    }

    private void publish(WrittenReview review) {
        var id = desk.review(shop.anOrder().of(sku).placed(), review).id();
        followUps.decide(id, new ReviewVerdict(true, null, null), "sven");
    }

    private WrittenReview review(int stars, String title, boolean mayShowName, boolean pictured) throws IOException {
        var file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", file);
        var photo = pictured ? photos.draw(file.toByteArray()) : null;
        return new WrittenReview(sku, stars, title, "It stands well.", true, mayShowName, photo);
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path).body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<byte[]> photo(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofByteArray());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
