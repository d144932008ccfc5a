package dev.afterglow.lives;

import static java.util.stream.Collectors.groupingBy;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import dev.afterglow.ScriptedMailServer;
import dev.afterglow.customer.Purpose;
import dev.afterglow.journey.JourneyTimeline.State;
import dev.afterglow.journey.JourneyTimelines;
import dev.afterglow.journey.touchpoint.DrawnTouchpoint;
import dev.afterglow.journey.touchpoint.DrawnTouchpoints;
import dev.afterglow.journey.touchpoint.JourneyCalendar;
import dev.afterglow.lives.Ledger.Entry;
import dev.afterglow.lives.Ledger.Span;
import dev.afterglow.message.Touchpoint.Need;
import dev.afterglow.message.Touchpoints;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.Orders;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds in every life, whatever happens in it; counted by hand, not with the application's own calendar. */
class Promises {

    /** Between the decision, by which all is measured, and the mail server's answer. */
    private static final Duration HAND_OVER = Duration.ofSeconds(20);

    private static final Duration SHORTEST_GAP = Duration.ofHours(20);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int MOST_A_WEEK = 3;
    private static final int MOST_PROMOTIONS = 2;
    private static final Duration PAUSE = Duration.ofDays(30);
    private static final Duration DAYS_TO_TRY = Duration.ofDays(3);

    private final JdbcClient jdbc;
    private final RuntimeService engine;
    private final JourneyTimelines timelines;
    private final Orders orders;
    private final DrawnTouchpoints drawn;
    private final JourneyCalendar calendar;
    private final Touchpoints touchpoints;
    private final Map<String, HolidayManager> holidays = new ConcurrentHashMap<>();

    Promises(
            JdbcClient jdbc,
            RuntimeService engine,
            JourneyTimelines timelines,
            Orders orders,
            DrawnTouchpoints drawn,
            JourneyCalendar calendar,
            Touchpoints touchpoints) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.timelines = timelines;
        this.orders = orders;
        this.drawn = drawn;
        this.calendar = calendar;
        this.touchpoints = touchpoints;
    }

    /** All that was broken, each with the life it was broken in. */
    List<String> brokenIn(History history, ScriptedMailServer server) {
        var broken = new ArrayList<String>();
        var entries = new Ledger(jdbc).of(history.orders());
        once(entries, Ledger.taken(server, history.orders()), broken);
        entries.stream().filter(Entry::unasked).forEach(entry -> {
            inHerHours(entry, history, broken);
            afterHerWords(entry, history, broken);
        });
        entries.stream().filter(Entry::sent).forEach(entry -> reachable(entry, history, broken));
        promotions(entries, history, broken);
        entries.stream()
                .filter(Entry::unasked)
                .collect(groupingBy(entry -> history.ownerOf(entry.order())))
                .values()
                .forEach(hers -> notTooOften(hers, broken));
        history.orders().forEach(order -> told(order, of(order, entries), history, broken));
        return broken;
    }

    private static List<Entry> of(OrderId order, List<Entry> entries) {
        return entries.stream().filter(entry -> entry.order().equals(order)).toList();
    }

    private static void once(List<Entry> entries, Map<String, Long> taken, List<String> broken) {
        var known = entries.stream().filter(Entry::sent).map(Entry::messageId).collect(Collectors.toSet());
        for (var entry : entries) {
            if (entry.sent() && taken.getOrDefault(entry.messageId(), 0L) != 1) {
                broken.add(entry + " came " + taken.get(entry.messageId()) + " times");
            }
        }
        taken.keySet().stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> broken.add("a mail the ledger does not know as sent: " + id));
    }

    private void inHerHours(Entry entry, History history, List<String> broken) {
        var place = history.purchase(entry.order()).place();
        var local = entry.at().atZone(place.zone());
        var time = local.toLocalTime();
        if (time.isBefore(LocalTime.of(9, 0))
                || time.isAfter(LocalTime.of(19, 0).plus(HAND_OVER))) {
            broken.add(entry + " came outside her hours: " + local);
        }
        if (local.getDayOfWeek() == DayOfWeek.SUNDAY) {
            broken.add(entry + " came on a Sunday");
        }
        if (place.country() != null && holidaysOf(place.country()).isHoliday(local.toLocalDate())) {
            broken.add(entry + " came on a holiday in " + place);
        }
    }

    private HolidayManager holidaysOf(String country) {
        return holidays.computeIfAbsent(
                country,
                code -> HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.valueOf(Map.of(
                                "FR",
                                "FRANCE",
                                "DE",
                                "GERMANY",
                                "US",
                                "UNITED_STATES",
                                "IN",
                                "INDIA",
                                "NZ",
                                "NEW_ZEALAND",
                                "BR",
                                "BRAZIL",
                                "AU",
                                "AUSTRALIA")
                        .get(code)))));
    }

    /** Her last word before it left counts. */
    private static void afterHerWords(Entry entry, History history, List<String> broken) {
        var agreed = true;
        var pausedUntil = Instant.MIN;
        var withdrawn = false;
        for (var event : history.eventsOf(history.ownerOf(entry.order()))) {
            if (!event.at().isBefore(entry.at())) {
                break;
            }
            var thisOrder = event.order().equals(entry.order());
            switch (event.deed()) {
                case UNSUBSCRIBES_BY_ONE_CLICK -> agreed = false;
                case REFUSES_OFFERS -> agreed = agreed && entry.purpose() != Purpose.PROMOTIONAL;
                case COMES_BACK -> agreed = true;
                case AGREES_TO_OFFERS -> agreed = agreed || entry.purpose() == Purpose.PROMOTIONAL;
                case PAUSES -> pausedUntil = event.at().plus(PAUSE);
                case CANCELS, WITHDRAWS -> withdrawn = withdrawn || thisOrder;
                default -> {
                    // Says nothing about what she wants to read.
                }
            }
        }
        if (!agreed) {
            broken.add(entry + " came after she had said no");
        }
        if (entry.at().isBefore(pausedUntil)) {
            broken.add(entry + " came in her pause until " + pausedUntil);
        }
        if (withdrawn) {
            broken.add(entry + " came after the end of the order");
        }
    }

    private static void reachable(Entry entry, History history, List<String> broken) {
        history.eventsOf(history.ownerOf(entry.order())).stream()
                .filter(event -> event.deed() == Deed.BOUNCES)
                .filter(event -> event.at().isBefore(entry.at()))
                .forEach(event -> broken.add(entry + " went to an address that had bounced at " + event.at()));
    }

    private void promotions(List<Entry> entries, History history, List<String> broken) {
        var ledger = new Ledger(jdbc);
        var open = new ArrayList<Span>(ledger.returns(history.orders()));
        open.addAll(ledger.cases(history.orders()));
        entries.stream()
                .filter(Entry::unasked)
                .filter(entry -> entry.purpose() == Purpose.PROMOTIONAL)
                .peek(entry -> open.stream()
                        .filter(span -> history.ownerOf(span.order()) == history.ownerOf(entry.order()))
                        .filter(span -> entry.at().minus(HAND_OVER).isAfter(span.from())
                                && entry.at().isBefore(span.until()))
                        .forEach(span -> broken.add(entry + " promoted while something was open: " + span)))
                .collect(groupingBy(Entry::order, Collectors.counting()))
                .forEach((order, count) -> {
                    if (count > MOST_PROMOTIONS) {
                        broken.add(count + " promotions for one order " + order);
                    }
                });
    }

    private static void notTooOften(List<Entry> hers, List<String> broken) {
        var sorted = hers.stream().sorted(Comparator.comparing(Entry::at)).toList();
        for (var i = 1; i < sorted.size(); i++) {
            var gap = Duration.between(sorted.get(i - 1).at(), sorted.get(i).at());
            if (gap.plus(HAND_OVER).compareTo(SHORTEST_GAP) < 0) {
                broken.add(sorted.get(i) + " came only " + gap + " after " + sorted.get(i - 1));
            }
            if (i >= MOST_A_WEEK) {
                var since = Duration.between(
                        sorted.get(i - MOST_A_WEEK).at(), sorted.get(i).at());
                if (since.plus(HAND_OVER).compareTo(WEEK) < 0) {
                    broken.add(sorted.get(i) + " is the fourth in a week");
                }
            }
        }
    }

    private void told(OrderId order, List<Entry> entries, History history, List<String> broken) {
        var timeline = timelines.of(order);
        if (timeline.state() != State.ENDED) {
            broken.add(
                    "the journey of " + history.purchase(order) + " did not end; it waits at " + timeline.waitingAt());
        }
        if (engine.createIncidentQuery().count() > 0) {
            engine.createProcessInstanceQuery()
                    .processInstanceBusinessKey(order.toString())
                    .withIncident()
                    .list()
                    .forEach(stuck -> broken.add("stuck with an incident: " + stuck.getProcessDefinitionId()));
        }
        entries.stream()
                .filter(entry -> !entry.status().isFinal())
                .forEach(entry -> broken.add(entry + " has no outcome"));
        var ended = !"CANCELLED".equals(timeline.outcome());
        var due = new ArrayList<>(drawn.ofLatestJourney());
        var told = entries.stream().map(Entry::touchpoint).collect(Collectors.toSet());
        for (var planned : due) {
            if (ended && !told.contains(planned.touchpoint())) {
                broken.add(planned.touchpoint() + " of " + history.purchase(order) + " was due and has no outcome");
            }
            onItsDay(planned, order, entries, history, broken);
        }
        if (!told.contains("order-confirmation") && ended) {
            broken.add("no word of the confirmation of " + history.purchase(order));
        }
        if (history.deliveredAt(order) != null && !told.containsAll(Set.of("shipping-notice"))) {
            broken.add("no word of the parcel of " + history.purchase(order));
        }
    }

    private void onItsDay(
            DrawnTouchpoint planned, OrderId order, List<Entry> entries, History history, List<String> broken) {
        var touchpoint = touchpoints.byKey(planned.touchpoint());
        var due = calendar.day(orders.dossier(order).orElseThrow(), planned.day());
        var awaitsDelivery = touchpoint.needs().contains(Need.DELIVERY);
        var delivered = history.deliveredAt(order);
        for (var entry : entries) {
            if (!entry.touchpoint().equals(planned.touchpoint()) || !entry.sent()) {
                continue;
            }
            if (entry.at().plus(HAND_OVER).isBefore(due)) {
                broken.add(entry + " came before its day " + due);
            }
            if (awaitsDelivery && (delivered == null || entry.at().isBefore(delivered.plus(DAYS_TO_TRY)))) {
                broken.add(entry + " came before she could try it, delivered " + delivered);
            }
            var fresh = awaitsDelivery && delivered != null && delivered.isAfter(due) ? delivered : due;
            var stale = fresh.atZone(history.purchase(order).place().zone())
                    .plus(touchpoint.validFor())
                    .toInstant();
            if (entry.at().isAfter(stale.plus(HAND_OVER))) {
                broken.add(entry + " came stale, due " + due);
            }
        }
    }
}
