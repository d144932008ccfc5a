package dev.afterglow.lives;

import dev.afterglow.ScriptedMailServer;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.journey.engine.MovableClock;
import dev.afterglow.lives.Life.Doing;
import dev.afterglow.lives.Life.Fate;
import dev.afterglow.lives.Life.Purchase;
import dev.afterglow.lives.World.Trouble;
import dev.afterglow.message.MailRoute;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.ShipmentState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.mail.javamail.JavaMailSender;

/** Plays a world: all lives on one clock, moment after moment, with every timer on the way. */
class Play {

    private static final Duration LENGTH = Duration.ofDays(64);
    private static final Duration A_PARCEL_IS_PACKED = Duration.ofHours(20);

    private final Shop shop;
    private final Staff staff;
    private final TimeMachine time;
    private final MovableClock clock;
    private final JavaMailSender mails;

    Play(Shop shop, Staff staff, TimeMachine time, MovableClock clock, JavaMailSender mails) {
        this.shop = shop;
        this.staff = staff;
        this.time = time;
        this.clock = clock;
        this.mails = mails;
    }

    /** One moment of the play. */
    private record Moment(Duration at, Runnable what) {}

    /** Plays it to the end and tells what happened. */
    History of(World world, ScriptedMailServer server) throws IOException {
        var start = time.now();
        var history = new History();
        MailRoute.to(server.port(), mails);
        for (var moment : moments(world, server, history)) {
            time.advanceTo(start.plus(moment.at()));
            moment.what().run();
        }
        time.advanceTo(start.plus(LENGTH));
        return history;
    }

    private List<Moment> moments(World world, ScriptedMailServer server, History history) throws IOException {
        var moments = new ArrayList<Moment>();
        var name = UUID.randomUUID().toString().substring(0, 8);
        for (var number = 0; number < world.lives().size(); number++) {
            live(world.lives().get(number), number, name + "-" + number + "@lives.example", history, moments);
        }
        for (var trouble : world.troubles()) {
            happens(trouble, server, moments);
        }
        IntStream.range(0, (int) LENGTH.toDays())
                .mapToObj(day -> new Moment(Duration.ofDays(day).plusHours(15), () -> staff.work(history.orders())))
                .forEach(moments::add);
        moments.sort(Comparator.comparing(Moment::at));
        return moments;
    }

    private void live(Life life, int number, String email, History history, List<Moment> moments) {
        var first = life.purchases().stream()
                .map(Purchase::at)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        for (var purchase : life.purchases()) {
            var order = new OrderId[1];
            moments.add(new Moment(purchase.at(), () -> {
                order[0] = shop.sell(life, purchase, email);
                history.bought(order[0], number, purchase, time.now());
            }));
            travel(purchase, order, history, moments);
        }
        for (var doing : life.doings()) {
            // Nobody complains before she has bought.
            moments.add(new Moment(first.plus(doing.at()).plusMinutes(1), () -> act(doing, number, history)));
        }
    }

    private void act(Doing doing, int number, History history) {
        var orders = history.ordersOf(number);
        var order = orders.get(doing.purchase() % orders.size());
        var at = shop.happens(doing.deed(), order);
        if (at != null) {
            history.happened(new History.Event(at, doing.deed(), order));
        }
    }

    private void travel(Purchase purchase, OrderId[] order, History history, List<Moment> moments) {
        if (purchase.fate() == Fate.NEVER_LEAVES) {
            return;
        }
        var leaves = purchase.at().plus(A_PARCEL_IS_PACKED);
        moments.add(new Moment(leaves, () -> shop.report(order[0], ShipmentState.IN_TRANSIT)));
        if (purchase.fate() != Fate.ARRIVES) {
            moments.add(new Moment(leaves.plusDays(4), () -> shop.report(order[0], ShipmentState.DELAYED)));
        }
        if (purchase.fate() != Fate.IS_LOST) {
            moments.add(new Moment(leaves.plus(purchase.travels()), () -> {
                shop.report(order[0], ShipmentState.DELIVERED);
                history.delivered(order[0], time.now());
            }));
        }
    }

    private void happens(Trouble trouble, ScriptedMailServer server, List<Moment> moments) throws IOException {
        var end = trouble.at().plus(trouble.length());
        switch (trouble.kind()) {
            case NOBODY_RUNS ->
                moments.add(
                        new Moment(trouble.at(), () -> clock.moveTo(time.now().plus(trouble.length()))));
            case MAIL_SERVER_AWAY -> {
                var nobody = closedPort();
                moments.add(new Moment(trouble.at(), () -> MailRoute.to(nobody, mails)));
                moments.add(new Moment(end, () -> MailRoute.to(server.port(), mails)));
            }
            case MAIL_SERVER_BUSY -> {
                moments.add(new Moment(trouble.at(), () -> server.at("RCPT", "451 come back later")));
                moments.add(new Moment(end, server::behave));
            }
        }
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
