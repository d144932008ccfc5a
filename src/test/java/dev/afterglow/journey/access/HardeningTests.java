package dev.afterglow.journey.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Headers, redirects, paths and bombs: what a scanner tries first. */
@RunningShop
@ExtendWith(OutputCaptureExtension.class)
class HardeningTests {

    private static final Map<String, String> TLS_PROXY =
            Map.of("X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.9");

    /** Where pictures, and nothing else, may come from besides our own host: the settings of the tests name one. */
    private static final String PICTURES = "img-src 'self' data: https://pictures.example;";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/o/x",
                "/assets/people.css",
                "/actuator/health",
                "/api/reviews?sku=LAMP",
                "/home",
                "/camunda/app/tasklist/default/"
            })
    void behindTlsBrowsersAreToldToStayThere(String path) {
        assertThat(new Browser(port).call("GET", path, TLS_PROXY).headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(it -> assertThat(it).contains("max-age=31536000"));
        assertThat(new Browser(port).get(path).headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void behindTlsTheSessionTravelsEncryptedOnlyAndRedirectsStayThere() {
        var login = new Browser(port).call("GET", "/login", TLS_PROXY);
        assertThat(login.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(it -> assertThat(it).contains("Secure", "HttpOnly", "SameSite=Lax"));

        var closed = new Browser(port).call("GET", "/home", TLS_PROXY);
        assertThat(closed.headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("https://localhost"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/home", "/orders", "/audit", "/o/x", "/u/x", "/nowhere"})
    void everyPageOfOursSaysWhatABrowserMayDoWithIt(String path) {
        var headers = Browser.of(port, "incamundaadmin").get(path).headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(it -> assertThat(it.replace(PICTURES, ""))
                        .contains("default-src 'none'", "form-action 'self'", "frame-ancestors", "base-uri 'none'")
                        .doesNotContain("unsafe", "*", "http"));
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Cache-Control"))
                .hasValueSatisfying(it -> assertThat(it).contains("no-store"));
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("X-Powered-By")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/%2e%2e",
                "/\\evil.example",
                "/%5cevil.example",
                "/https:/evil.example",
                "/login?next=//evil.example",
                "/orders?number=//evil.example",
                "/orders?number=%2f%2fevil.example",
                "/o/x?lang=//evil.example",
                "/login?redirect=https://evil.example",
                "/oauth2/authorization/evil?redirect_uri=https://evil.example",
                "/camunda/app/tasklist//evil.example/",
                "/home;//evil.example"
            })
    void nobodyIsSentToAnotherSite(String path) throws IOException {
        var session = Browser.of(port, "insupport").cookie("JSESSIONID");
        assertThat(location(raw("GET " + path + " HTTP/1.1", "Cookie: JSESSIONID=" + session)))
                .doesNotContain("evil.example");
    }

    /** A proxy hands on what it does not know; the host it was asked for stands in the Host header. */
    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-Host: evil.example", "Forwarded: host=evil.example", "X-Host: evil.example"})
    void nobodyTellsWhereWeLive(String header) throws IOException {
        assertThat(location(raw("GET /home HTTP/1.1", header)))
                .endsWith("/login")
                .doesNotContain("evil");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orders?number=1%0d%0aX-Evil:%201", "/o/x%0d%0aX-Evil:1", "/o/x?lang=en%0d%0aX-Evil:1",
                "/login?x=%0aX-Evil:1", "/api/reviews?sku=%0d%0aX-Evil:1", "/assets/%0d%0aX-Evil:1"
            })
    void nobodyWritesHeadersOfOurs(String path) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1", "Authorization: Bearer a key that only reads")
                        .lines()
                        .takeWhile(line -> !line.isBlank()))
                .noneMatch(line -> line.startsWith("X-Evil"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../application.yaml",
                "/assets/..%2fapplication.yaml",
                "/assets/%2e%2e/application.yaml",
                "/assets/..;/application.yaml",
                "/assets/%252e%252e/application.yaml",
                "/assets/..%5capplication.yaml",
                "/assets//../../application.yaml",
                "/assets/%c0%ae%c0%ae/application.yaml",
                "/webjars/../application.yaml",
                "/camunda/lib/../../application.yaml",
                "/camunda/lib/..%2f..%2fapplication.yaml",
                "/assets/%00/../x",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/messages/..%2f..%2fapplication.yaml",
                "/application.yaml",
                "/.git/config",
                "/data/first-admin-password"
            })
    void nobodyReadsFilesOfOurs(String path) throws IOException {
        for (var header : List.of(
                "X-Nothing: 1",
                "Cookie: JSESSIONID=" + Browser.of(port, "incamundaadmin").cookie("JSESSIONID"))) {
            var answer = raw("GET " + path + " HTTP/1.1", header);
            assertThat(answer).doesNotContain("datasource", "Manifest-Version", "<web-app", "suppression-key");
            assertThat(answer.split(" ", 3)[1]).isIn("302", "400", "401", "403", "404");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/webhooks/shopify",
                "/webhooks/mail-events",
                "/api/orders",
                "/api/imports/orders",
                "/api/imports/catalog"
            })
    void anEndlessBodyIsRefusedWithoutBeingKept(String path) throws Exception {
        var sent = new AtomicLong();
        var endless = new InputStream() {
            @Override
            public int read() {
                throw new UnsupportedOperationException("Read in blocks");
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                Arrays.fill(target, offset, offset + length, (byte) '[');
                return sent.addAndGet(length) > 5_000_000_000L ? -1 : length;
            }
        };
        var before = used();
        var status = 413;
        try {
            status = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .header("Content-Type", path.contains("imports") ? "text/csv" : "application/json")
                                    .header("Authorization", "Bearer a key for our own shop")
                                    .POST(BodyPublishers.ofInputStream(() -> endless))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException hungUp) {
            // The server answered and closed the line while we were still talking.
        }
        assertThat(status).isIn(400, 413, 422);
        assertThat(sent).hasValueLessThan(200_000_000L);
        assertThat(used() - before).isLessThan(60_000_000L);
    }

    @Test
    void deepAndLongJsonIsRefused() {
        var key = Map.of("Authorization", "Bearer a key for our own shop");
        var browser = new Browser(port);
        for (var bomb : List.of(
                "[".repeat(100_000),
                "{\"a\":".repeat(50_000),
                "{\"orderNumber\":\"" + "x".repeat(900_000) + "\"}",
                "{\"total\":1e" + "9".repeat(1000) + "}",
                "{\"total\":" + "9".repeat(100_000) + "}")) {
            assertThat(browser.send("POST", "/api/orders", key, bomb).statusCode())
                    .isIn(400, 422);
        }
        var zip = Map.of("Authorization", "Bearer a key for our own shop", "Content-Encoding", "gzip");
        assertThat(browser.send("POST", "/api/orders", zip, "\u001f\u008b").statusCode())
                .isBetween(400, 499);
    }

    @Test
    void secretsAndPeopleStayOutOfTheLogAndOutOfAnswersWhenThingsFail(CapturedOutput log) {
        var browser = new Browser(port);
        var key = Map.of("Authorization", "Bearer a key nobody has 4711");
        var answers = List.of(
                browser.send("POST", "/api/orders", key, "{"),
                browser.send(
                        "POST",
                        "/api/orders",
                        Map.of("Authorization", "Bearer a key for our own shop"),
                        "{\"customer\":{\"email\":\"leaky@example.org\"},\"orderNumber\":1"),
                browser.send(
                        "POST",
                        "/webhooks/shopify",
                        Map.of("X-Shopify-Hmac-SHA256", "c2VjcmV0IHNpZ25hdHVyZQ=="),
                        "{\"email\":\"leaky@example.org\"}"),
                browser.get("/o/v1.test.leaked-token.mac"),
                browser.login("leaky@example.org", "a leaked password"));

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.body())
                        .doesNotContain(
                                "leaky@",
                                "4711",
                                "a secret shared with",
                                "a leaked password",
                                "Exception",
                                "at dev.afterglow"));
        assertThat(log.getAll())
                .doesNotContain(
                        "leaky@",
                        "4711",
                        "a secret shared with",
                        "a leaked password",
                        "leaked-token",
                        "a key for our own shop");
    }

    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static String location(String answer) {
        return answer.lines()
                .filter(line -> line.regionMatches(true, 0, "Location:", 0, 9))
                .findFirst()
                .orElse("");
    }

    /** As it is, without a client that would mend the address first. */
    private String raw(String... lines) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            var request = String.join("\r\n", lines) + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
