package dev.afterglow.journey.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.Contact;
import dev.afterglow.order.Address;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.OrderRegister;
import dev.afterglow.order.OrderSource;
import dev.afterglow.order.ReportedOrder;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Addresses that mean to lead elsewhere: out of a folder, to another site, into a header. */
@RunningShop
class HostileAddressTests {

    private static final List<String> FOLDERS = List.of(
            "/assets/", "/camunda/app/", "/camunda/lib/", "/camunda/assets/", "/webjars/", "/o/", "/api/reviews/");
    private static final List<String> STEPS = List.of(
            "../",
            "..%2f",
            "%2e%2e/",
            "%2e%2e%2f",
            "..;/",
            "..%3b/",
            "..%5c",
            "..\\",
            "%252e%252e%252f",
            "..%c0%af",
            ".%00./");
    private static final List<String> PIECES = List.of(
            "//",
            "\\",
            "evil.example",
            "https:",
            "http://",
            "@",
            "%0d%0aLocation: ",
            "\r\n",
            ".",
            "/",
            "{x}",
            "?",
            "#",
            "javascript:",
            "\u0000",
            "%2f%2f",
            "data:",
            "\t",
            ";");

    @LocalServerPort
    int port;

    @Autowired
    OrderRegister orders;

    @Autowired
    Clock clock;

    @ParameterizedTest
    @ValueSource(strings = {"application.yaml", "WEB-INF/web.xml", "META-INF/MANIFEST.MF", "etc/passwd", "forms/"})
    void noPathLeavesItsFolder(String wanted) throws IOException {
        for (var folder : FOLDERS) {
            for (var step : STEPS) {
                for (var times : new int[] {1, 3, 8}) {
                    var answer = raw("GET " + folder + step.repeat(times) + wanted + " HTTP/1.1");
                    assertThat(answer).as(folder + step).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 200");
                    assertThat(answer).doesNotContain("root:x:", "datasource:", "Main-Class", "<web-app");
                }
            }
        }
    }

    @Test
    void everyRedirectStaysHere() {
        var staff = Browser.of(port, "incamundaadmin");
        var random = new Random(4711);
        var left = new ArrayList<String>();
        for (var attempt = 0; attempt < 1_000; attempt++) {
            var target = new StringBuilder();
            for (var piece = 0; piece <= random.nextInt(5); piece++) {
                target.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            var word = URLEncoder.encode(target.toString(), UTF_8);
            for (var path : List.of(
                    "/login?continue=" + word + "&redirect=" + word + "&next=" + word,
                    "/home?returnTo=" + word,
                    "/orders?number=" + word,
                    "/messages/welcome?order=" + word + "&variant=" + word)) {
                var answer = staff.get(path);
                answer.headers().firstValue("Location").filter(this::isForeign).ifPresent(left::add);
                assertThat(answer.statusCode()).as(path).isLessThan(500);
            }
        }

        assertThat(left).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "\\\\evil.example", "https://evil.example", "{x}", "..", "1?a=//evil.example"})
    void anOrderMayBearAnyNumberAndLeadsNowhereElse(String number) {
        placed(number);

        var found = Browser.of(port, "insupport").get("/orders?number=" + URLEncoder.encode(number, UTF_8));

        assertThat(found.statusCode()).isEqualTo(302);
        assertThat(found.headers().firstValue("Location"))
                .hasValueSatisfying(
                        location -> assertThat(isForeign(location)).as(location).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/login", "/home", "/orders", "/camunda/app/tasklist/default/", "/o/x", "/assets/people.css"})
    void noWordOfTheCallerBecomesAHeader(String path) throws IOException {
        for (var smuggled :
                List.of("%0d%0aX-Smuggled:%20yes", "%0aX-Smuggled:yes", "%E5%98%8D%E5%98%8AX-Smuggled:yes")) {
            assertThat(head(raw("GET " + path + "?x=" + smuggled + " HTTP/1.1")))
                    .doesNotContain("X-Smuggled");
            assertThat(head(raw("GET " + path + "/" + smuggled + " HTTP/1.1"))).doesNotContain("X-Smuggled");
        }
    }

    private boolean isForeign(String location) {
        var target = URI.create("http://localhost:" + port + "/").resolve(location);
        return !"localhost".equals(target.getHost()) || target.getPort() != port;
    }

    private void placed(String number) {
        var now = clock.instant();
        orders.report(new ReportedOrder(
                OrderSource.API,
                "hostile " + number,
                number,
                new Contact(null, "Eve", null, null, null, null),
                now,
                now,
                "EUR",
                BigDecimal.TEN,
                null,
                List.of(new OrderLine("1", null, "A lamp", null, 1, BigDecimal.TEN, 0)),
                Address.NONE,
                null,
                null,
                true,
                null,
                null));
    }

    private static String head(String answer) {
        return answer.split("\r\n\r\n", 2)[0];
    }

    /** As written: a client of manners would tidy the path up. */
    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write((request + "\r\nHost: localhost:" + port + "\r\nConnection: close\r\n\r\n")
                            .getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
