package dev.afterglow.lives;

import dev.afterglow.lives.Life.Doing;
import dev.afterglow.lives.Life.Fate;
import dev.afterglow.lives.Life.Purchase;
import dev.afterglow.lives.World.Kind;
import dev.afterglow.lives.World.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random lives: most people buy once and read; some do a lot. */
final class Worlds {

    private static final int MINUTES_A_DAY = 24 * 60;
    private static final int MOST_DOINGS = 5;

    private Worlds() {}

    static Arbitrary<World> of(int lives) {
        return Combinators.combine(
                        life().list().ofSize(lives),
                        trouble().list().ofMinSize(1).ofMaxSize(4))
                .as(World::new);
    }

    private static Arbitrary<Life> life() {
        var consent = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just((Boolean) null)),
                Tuple.of(3, Arbitraries.just(true)),
                Tuple.of(1, Arbitraries.just(false)));
        return Combinators.combine(
                        Arbitraries.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN), consent, purchases(), doings())
                .as(Life::new);
    }

    private static Arbitrary<List<Purchase>> purchases() {
        var count = Arbitraries.frequency(Tuple.of(4, 1), Tuple.of(3, 2), Tuple.of(1, 3));
        return count.flatMap(orders -> purchase().list().ofSize(orders));
    }

    private static Arbitrary<Purchase> purchase() {
        var fate = Arbitraries.frequency(
                Tuple.of(6, Fate.ARRIVES),
                Tuple.of(2, Fate.IS_LATE),
                Tuple.of(1, Fate.IS_LOST),
                Tuple.of(1, Fate.NEVER_LEAVES));
        return Combinators.combine(
                        days(0, 12),
                        Arbitraries.of(Place.class),
                        Arbitraries.of("LAMP", "LAMP", "BULB", "CARD"),
                        fate,
                        days(1, 9))
                .as((at, place, sku, how, travels) ->
                        new Purchase(at, place, sku, how, how == Fate.IS_LATE ? travels.plusDays(12) : travels));
    }

    private static Arbitrary<List<Doing>> doings() {
        var doing = Combinators.combine(days(0, 45), Arbitraries.integers().between(0, 2), Arbitraries.of(Deed.class))
                .as(Doing::new);
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(List.of())),
                Tuple.of(2, doing.list().ofMinSize(1).ofMaxSize(MOST_DOINGS)));
    }

    private static Arbitrary<Trouble> trouble() {
        return Arbitraries.of(Kind.class)
                .flatMap(kind -> Combinators.combine(days(1, 45), length(kind))
                        .as((at, length) -> new Trouble(at, kind, length)));
    }

    private static Arbitrary<Duration> length(Kind kind) {
        return switch (kind) {
            case NOBODY_RUNS -> days(1, 9);
            case MAIL_SERVER_AWAY -> Arbitraries.integers().between(5, 90).map(Duration::ofMinutes);
            case MAIL_SERVER_BUSY -> Arbitraries.integers().between(5, 60).map(Duration::ofMinutes);
        };
    }

    private static Arbitrary<Duration> days(int from, int to) {
        return Arbitraries.integers()
                .between(from * MINUTES_A_DAY, to * MINUTES_A_DAY)
                .withDistribution(net.jqwik.api.RandomDistribution.uniform())
                .map(Duration::ofMinutes);
    }
}
