package dev.afterglow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.message.Format;
import dev.afterglow.message.Touchpoints;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;

/** The catalogue of messages as somebody who writes them uses it. */
@DemoTest
class MessageCatalogueTests {

    @Autowired
    private TestRestTemplate http;

    private static final Pattern BUTTON = Pattern.compile(
            "action=\"(/demo/messages/reactivation/send[^\"]*)\"[^>]*>\\s*<input type=\"hidden\" name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Mailbox mailbox;

    @Test
    void showsEveryMessageInEveryLanguage() {
        var list = page("/demo/messages");
        for (var touchpoint : touchpoints.all()) {
            assertThat(list).contains("/demo/messages/" + touchpoint.key());
            for (var language : List.of("en", "fr", "de")) {
                var address = "/demo/messages/" + touchpoint.key() + "?language=" + language;
                assertThat(page(address)).contains(" bytes, ").doesNotContain("role=\"alert\"");
                if (touchpoint.format() == Format.VISUAL) {
                    assertThat(page(address.replace("?", "/html?"))).contains("lang=\"" + language + "\"");
                }
            }
        }
    }

    @Test
    void showsTheWordsOfAVariantItsHeadersAndTheDark() {
        assertThat(page("/demo/messages/reactivation?variant=voucher&part=text"))
                .contains("A gesture, for you alone", "SAMPLE-CODE");
        assertThat(page("/demo/messages/reactivation?part=headers"))
                .contains("List-Id: &lt;promotional.maison-lumen.example&gt;");
        assertThat(page("/demo/messages/welcome/html?scheme=dark")).contains("@media all");
        assertThat(page("/demo/messages/welcome?width=320")).contains("width:320px");
    }

    @Test
    void showsWhetherTheWordsCanBeReadAndHowItLooksInvertedOrWithoutPictures() {
        assertThat(page("/demo/messages/welcome")).contains("Contrast at least", "Enough for everybody");
        assertThat(page("/demo/messages/welcome/html?scheme=inverted")).contains("filter: invert(1)");
        assertThat(page("/demo/messages/cross-sell/html")).contains("<img ").doesNotContain("src=\"data:,\"");
        assertThat(page("/demo/messages/cross-sell/html?pictures=off")).contains("src=\"data:,\"");
    }

    @Test
    void sendsOneToTheDemosMailboxAtThePressOfAButton() throws Exception {
        var browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        var form =
                browser.send(get("/demo/messages/reactivation?variant=voucher&language=fr"), BodyHandlers.ofString());
        var button = BUTTON.matcher(form.body());
        assertThat(button.find()).isTrue();
        var sentBefore = samples().count();

        var token = "_csrf=" + URLEncoder.encode(button.group(2), StandardCharsets.UTF_8);
        var answer = browser.send(
                HttpRequest.newBuilder(address(button.group(1).replace("&amp;", "&")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(token))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Sent to <b>hello@maison-lumen.example</b>");
        assertThat(samples().count()).isEqualTo(sentBefore + 1);
        assertThat(samples().findFirst().orElseThrow().text()).contains("SAMPLE-CODE");
    }

    private Stream<CaughtMail> samples() {
        return mailbox.newestFirst().stream()
                .filter(mail -> "hello@maison-lumen.example".equals(mail.to()))
                .filter(mail -> "reactivation".equals(mail.touchpoint()));
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(address(path)).build();
    }

    private URI address(String path) {
        return URI.create(http.getRootUri() + path);
    }

    @Test
    void keepsTheCustomersKeysOutOfDrafts() {
        assertThat(page("/demo/messages/welcome?part=text"))
                .contains("https://maison-lumen.example")
                .doesNotContain("/u/", "/p/", "/o/");
    }

    @Test
    void knowsNothingOfAMessageThatDoesNotExist() {
        assertThat(http.getForEntity("/demo/messages/nothing", String.class).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    private String page(String path) {
        var answer = http.getForEntity(path, String.class);
        assertThat(answer.getStatusCode()).as(path).isEqualTo(HttpStatus.OK);
        return String.valueOf(answer.getBody());
    }
}
