package dev.afterglow.lives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.Consents;
import dev.afterglow.customer.Pauses;
import dev.afterglow.customer.Contact;
import dev.afterglow.customer.Customers;
import dev.afterglow.customer.EmailAddress;
import dev.afterglow.customer.MarketingConsent;
import dev.afterglow.customer.Purpose;
import dev.afterglow.customer.Suppressions;
import dev.afterglow.feedback.FeedbackDesk;
import dev.afterglow.feedback.UsageAnswer;
import dev.afterglow.feedback.WrittenReview;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.lives.Life.Purchase;
import dev.afterglow.order.Address;
import dev.afterglow.order.Attempts;
import dev.afterglow.order.LinkPurpose;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.OrderRegister;
import dev.afterglow.order.OrderSource;
import dev.afterglow.order.Orders;
import dev.afterglow.order.ReportedOrder;
import dev.afterglow.order.ReportedShipment;
import dev.afterglow.order.ShipmentState;
import dev.afterglow.order.SignedLinks;
import dev.afterglow.returns.Resolution;
import dev.afterglow.returns.Return;
import dev.afterglow.returns.ReturnReason;
import dev.afterglow.returns.ReturnRequest;
import dev.afterglow.returns.ReturnState;
import dev.afterglow.returns.Returns;
import dev.afterglow.returns.Units;
import dev.afterglow.support.SupportDesk;
import dev.afterglow.support.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.core.env.Environment;

/** Does in the application what a life says: through the shop's and carrier's reports and the customer's pages. */
class Shop {

    private static final Duration PAUSE = Duration.ofDays(30);

    private final OrderRegister register;
    private final Orders orders;
    private final TimeMachine time;
    private final Attempts attempts;
    private final Customers customers;
    private final Consents consents;
    private final Pauses pauses;
    private final Suppressions suppressions;
    private final Returns returns;
    private final SupportDesk support;
    private final FeedbackDesk feedback;
    private final SignedLinks links;
    private final Environment environment;
    private final HttpClient http = HttpClient.newHttpClient();

    Shop(
            OrderRegister register,
            Orders orders,
            TimeMachine time,
            Attempts attempts,
            Customers customers,
            Consents consents,
            Pauses pauses,
            Suppressions suppressions,
            Returns returns,
            SupportDesk support,
            FeedbackDesk feedback,
            SignedLinks links,
            Environment environment) {
        this.register = register;
        this.orders = orders;
        this.time = time;
        this.attempts = attempts;
        this.customers = customers;
        this.consents = consents;
        this.pauses = pauses;
        this.suppressions = suppressions;
        this.returns = returns;
        this.support = support;
        this.feedback = feedback;
        this.links = links;
        this.environment = environment;
    }

    OrderId sell(Life life, Purchase purchase, String email) {
        var now = time.now();
        var number = "V" + UUID.randomUUID();
        var consent = life.consent() == null ? null : new MarketingConsent(life.consent(), "test", now);
        var line = new OrderLine("1", purchase.sku(), "A thing", null, 1, new BigDecimal("89.00"), 0);
        return attempts.inTransaction(() -> register.report(new ReportedOrder(
                        OrderSource.API,
                        number,
                        number.substring(0, 9),
                        new Contact(
                                EmailAddress.of(email).orElseThrow(), "Vera", "Vita", life.language(), null, consent),
                        now,
                        now,
                        "EUR",
                        line.total(),
                        null,
                        List.of(line),
                        new Address(
                                null, null, null, null, null, purchase.place().country()),
                        purchase.place().zone(),
                        null,
                        false,
                        null,
                        null))
                .id());
    }

    void report(OrderId order, ShipmentState state) {
        attempts.inTransaction(() -> {
            register.report(
                    order,
                    new ReportedShipment(
                            "F" + order, "DHL", "JV" + order, "https://dhl.example/" + order, state, time.now(), null));
            return order;
        });
    }

    /** The moment from which the deed counts, or nothing when it was not possible. */
    Instant happens(Deed deed, OrderId order) {
        try {
            perform(deed, order);
            return time.now();
        } catch (IllegalArgumentException e) {
            // Her page tells her so, and life goes on.
            return null;
        }
    }

    private void perform(Deed deed, OrderId order) {
        var customer = orders.byId(order).orElseThrow().customer();
        switch (deed) {
            case AGREES_TO_OFFERS -> consents.grant(customer, Purpose.PROMOTIONAL, "test");
            case REFUSES_OFFERS -> consents.withdraw(customer, Purpose.PROMOTIONAL, "test");
            case UNSUBSCRIBES_BY_ONE_CLICK -> unsubscribe(order);
            case COMES_BACK -> {
                consents.grant(customer, Purpose.RELATIONAL, "test");
                consents.grant(customer, Purpose.PROMOTIONAL, "test");
            }
            case PAUSES -> pauses.pause(customer, time.now().plus(PAUSE), "customer");
            case ASKS_FOR_A_RETURN -> attempts.inTransaction(() -> returns.request(wish(order)));
            case TAKES_THE_RETURN_BACK ->
                open(order)
                        .forEach(it -> attempts.inTransaction(() -> {
                            returns.cancel(it.id(), "customer");
                            return it;
                        }));
            case SENDS_THE_RETURN ->
                open(order).stream()
                        .filter(it -> it.state() == ReturnState.APPROVED)
                        .forEach(it -> attempts.inTransaction(() -> {
                            returns.arrived(it.id(), "carrier");
                            return it;
                        }));
            case WITHDRAWS ->
                attempts.inTransaction(() -> returns.withdraw(
                        order,
                        "Vera Vita",
                        customers.byId(customer).orElseThrow().email().value()));
            case ASKS_FOR_HELP ->
                attempts.inTransaction(() -> support.open(order, Topic.QUESTION, "Which way up does it go?", null));
            case GIVES_A_TEN -> attempts.inTransaction(() -> feedback.score(order, 10, null));
            case GIVES_AN_EIGHT -> attempts.inTransaction(() -> feedback.score(order, 8, null));
            case GIVES_A_ONE -> attempts.inTransaction(() -> feedback.score(order, 1, "It came broken."));
            case SAYS_NOT_YET -> attempts.inTransaction(() -> feedback.answer(order, UsageAnswer.NOT_YET, null));
            case SAYS_PROBLEM -> attempts.inTransaction(() -> feedback.answer(order, UsageAnswer.PROBLEM, "It hums."));
            case REVIEWS ->
                attempts.inTransaction(() -> feedback.review(
                        order,
                        new WrittenReview(
                                orders.byId(order).orElseThrow().lines().get(0).sku(),
                                5,
                                "Good",
                                "I like it.",
                                true,
                                true,
                                null)));
            case CANCELS ->
                attempts.inTransaction(() -> {
                    register.cancel(order, time.now(), "customer");
                    return order;
                });
            case BOUNCES ->
                suppressions.add(customers.byId(customer).orElseThrow().email(), Suppressions.Reason.BOUNCED);
        }
    }

    /** As a mail program does it (RFC 8058). */
    private void unsubscribe(OrderId order) {
        var page = URI.create("http://localhost:" + environment.getProperty("local.server.port") + "/u/"
                + links.token(order, LinkPurpose.UNSUBSCRIBE, time.now()));
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(page)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<Return> open(OrderId order) {
        return returns.of(order).stream().filter(it -> it.state().isOpen()).toList();
    }

    private static ReturnRequest wish(OrderId order) {
        var reasons = ReturnReason.values();
        var resolutions = Resolution.values();
        var lot = (int) order.value();
        return new ReturnRequest(
                order,
                List.of(new Units(0, 1)),
                reasons[Math.floorMod(lot, reasons.length)],
                resolutions[Math.floorMod(lot, resolutions.length)],
                "It does not fit",
                "The large one",
                UUID.randomUUID().toString());
    }
}
