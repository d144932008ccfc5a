package dev.afterglow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.message.Format;
import dev.afterglow.message.Touchpoints;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;

/** The catalogue of messages as somebody who writes them uses it. */
@DemoTest
class MessageCatalogueTests {

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private Touchpoints touchpoints;

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
