package dev.afterglow.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.AfterglowTest;
import dev.afterglow.TestShop;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.order.LinkPurpose;
import dev.afterglow.order.OrderId;
import dev.afterglow.portal.FormKey;
import dev.afterglow.portal.PortalSettings;
import jakarta.mail.Message.RecipientType;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Somebody with a link, or without, who sends as fast as she can. */
@AfterglowTest
class FloodTests {

    private static final int FORMS = 10_000;
    private static final int MOST_FORMS_AN_HOUR = 10;

    @LocalServerPort
    int port;

    @Autowired
    PortalShop shop;

    @Autowired
    TimeMachine time;

    @Autowired
    TestShop mails;

    @Test
    void tenThousandFormsMakeNoMoreMailsThanTheLimitsAllowAndAllToTheOrdersOwnAddress() throws Exception {
        var order = shop.delivered(Locale.ENGLISH);
        time.advance(Duration.ofMinutes(1));
        var before = mails.mailsOf(order).size();

        var taken = flood(order);
        time.advance(Duration.ofMinutes(1));

        assertThat(taken).isBetween(1, MOST_FORMS_AN_HOUR);
        var sent = mails.mailsOf(order);
        assertThat(sent.size() - before).isBetween(1, MOST_FORMS_AN_HOUR);
        for (var mail : sent) {
            assertThat(mail.getAllRecipients()).isEqualTo(mail.getRecipients(RecipientType.TO));
            assertThat(List.of(mail.getAllRecipients()))
                    .singleElement()
                    .asString()
                    .matches("Petra <petra\\d+@example.org>");
        }
    }

    private int flood(OrderId order) throws InterruptedException {
        var help = shop.path(order, LinkPurpose.ORDER, "/help");
        var wire = new Wire(port);
        var taken = new AtomicInteger();
        var others = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(4);
        IntStream.range(0, FORMS)
                .forEach(i -> threads.execute(() -> {
                    var answer = wire.post(
                            help,
                            "form",
                            FormKey.fresh().value(),
                            "topic",
                            "question",
                            "words",
                            "Flood " + i + " to victim@example.net\r\nBcc: victim@example.net");
                    switch (answer.statusCode()) {
                        case 303 -> taken.incrementAndGet();
                        case 429 -> {}
                        default -> others.incrementAndGet();
                    }
                }));
        threads.shutdown();
        assertThat(threads.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
        assertThat(others).hasValue(0);
        return taken.get();
    }

    @Test
    void pagesAreTurnedAwayBeforeTheLinkIsLookedAtAndOthersAreNot() throws ServletException, IOException {
        var limit = new CallerLimit(new PortalSettings(5, 10, 20, 30, 30, 300, Period.ofDays(30), List.of()));
        var let = 0;
        for (var page = 0; page < 1000; page++) {
            let += status(limit, "203.0.113.9") == 200 ? 1 : 0;
        }
        // A few more pass when the machine is slow enough for the minute to go on.
        assertThat(let).isBetween(300, 400);
        assertThat(status(limit, "203.0.113.9")).isEqualTo(429);
        assertThat(status(limit, "203.0.113.10")).isEqualTo(200);
    }

    private static int status(CallerLimit limit, String from) throws ServletException, IOException {
        var request = new MockHttpServletRequest("GET", "/o/x");
        request.setRemoteAddr(from);
        var response = new MockHttpServletResponse();
        limit.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
