package dev.afterglow.lives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.AfterglowTest;
import dev.afterglow.ScriptedMailServer;
import dev.afterglow.TestMailServer;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.journey.engine.MovableClock;
import dev.afterglow.message.MailRoute;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.BeforeTry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.test.context.TestContextManager;

/**
 * Whole random lives in the context all tests share. What jqwik prints when one is broken, the seed, plays the same
 * worlds again.
 */
@AfterglowTest
class RandomLivesTests {

    private static final int LIVES = Integer.getInteger("lives.count", 25);

    @Autowired
    AutowireCapableBeanFactory application;

    @Autowired
    JavaMailSender mails;

    @Autowired
    TimeMachine time;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeTry
    void joinTheSharedContext() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
    }

    @Property(tries = 2, seed = "20261122", shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void keepEveryPromise(@ForAll("worlds") World world) throws Exception {
        play(world);
    }

    @Tag("faults")
    @Tag("long")
    @Property(tries = 20, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void keepEveryPromiseForLong(@ForAll("worlds") World world) throws Exception {
        play(world);
    }

    @Provide
    Arbitrary<World> worlds() {
        return Worlds.of(LIVES);
    }

    private void play(World world) throws Exception {
        try (var server = new ScriptedMailServer()) {
            var play = new Play(create(Shop.class), create(Staff.class), time, clock, mails);
            var history = play.of(world, server);
            var entries = new Ledger(jdbc).of(history.orders());
            System.out.println(world + ": " + history.orders().size() + " orders, "
                    + entries.stream()
                            .collect(Collectors.groupingBy(
                                    entry -> entry.status() + (entry.reason() == null ? "" : " " + entry.reason()),
                                    Collectors.counting()))
                    + ", held for " + new Ledger(jdbc).holds(history.orders()));

            assertThat(create(Promises.class).brokenIn(history, server)).isEmpty();
        } finally {
            MailRoute.to(TestMailServer.GREEN_MAIL.getSmtp().getPort(), mails);
        }
    }

    private <T> T create(Class<T> type) {
        return application.createBean(type);
    }
}
