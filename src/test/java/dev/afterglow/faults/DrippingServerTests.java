package dev.afterglow.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.afterglow.ScriptedMailServer;
import dev.afterglow.ScriptedMailServer.Receipt;
import java.time.Duration;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Hypothesis: a mail server that takes a mail and then answers one byte a second holds no thread longer than the
 * deadline, lets no lock and no claim run out, and costs nobody a second mail. Fault: it drips at the final dot while
 * all of the engine's threads send. Figure: ten minutes, 200 orders, one mail each, no lock loop.
 */
@ExtendWith(OutputCaptureExtension.class)
class DrippingServerTests extends OneProcess {

    private static final int ORDERS = Scale.of("dripped-orders", 24, 200);
    private static final Duration DRIP = Duration.ofSeconds(Scale.of("drip-seconds", 5, 600));

    /** As many as the engine has threads. */
    private static final int AT_ONCE = 8;

    /** At once, a minute later, five minutes after that; the next would come after the ten minutes. */
    private static final int MOST_ATTEMPTS_MEANWHILE = 3;

    @Test
    void sendOneMailEachWithoutALockLoop(CapturedOutput output) throws Exception {
        var orders = IntStream.range(0, ORDERS)
                .mapToObj(number ->
                        shop.anOrder().by("anna@shop" + number + ".example").placed())
                .toList();
        MAILS.at("DOT", ScriptedMailServer.DRIP);
        executor().start();
        Thread.sleep(DRIP.toMillis());
        await().until(() -> MAILS.offers().stream().map(Receipt::id).distinct().count() >= AT_ONCE);
        var offered = MAILS.offers().stream().collect(groupingBy(Receipt::id, counting()));
        MAILS.behave();
        time.advance(Duration.ofHours(12));
        executor().shutdown();

        var mails = MAILS.receipts();
        var collisions = output.getAll()
                .lines()
                .filter(line -> line.contains("OptimisticLockingException"))
                .count();
        var lostClaims = output.getAll()
                .lines()
                .filter(line -> line.contains("ran out before"))
                .count();
        Figures.print(
                "the mail server drips for %d s".formatted(DRIP.toSeconds()),
                "%d orders: %d of them offered meanwhile, each at most %d times; then %d mails, %d of them twice; %d claims"
                        + " and %d locks ran out",
                ORDERS,
                offered.size(),
                offered.isEmpty() ? 0 : Collections.max(offered.values()),
                mails.size(),
                mails.size() - MAILS.count(),
                lostClaims,
                collisions);
        assertThat(offered.values()).allMatch(times -> times <= MOST_ATTEMPTS_MEANWHILE);
        assertThat(mails).hasSize(ORDERS);
        assertThat(MAILS.count()).isEqualTo(ORDERS);
        assertThat(number(
                        "select count(*) from messages where touchpoint = 'order-confirmation' and state = 'ACCEPTED'"))
                .isEqualTo(orders.size());
        assertThat(engine.getRuntimeService().createIncidentQuery().count()).isZero();
        assertThat(lostClaims).isZero();
        assertThat(collisions).isZero();
    }
}
