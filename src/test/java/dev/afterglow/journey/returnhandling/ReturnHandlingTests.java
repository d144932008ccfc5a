package dev.afterglow.journey.returnhandling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.AfterglowTest;
import dev.afterglow.DrawingCoverage;
import dev.afterglow.TestAgents;
import dev.afterglow.TestShop;
import dev.afterglow.customer.Customers;
import dev.afterglow.journey.JourneyTimelines;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.loyalty.VoucherReason;
import dev.afterglow.loyalty.VoucherState;
import dev.afterglow.loyalty.Vouchers;
import dev.afterglow.order.Attempts;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.Orders;
import dev.afterglow.order.ReportedShipment;
import dev.afterglow.order.ShipmentState;
import dev.afterglow.returns.Exchange;
import dev.afterglow.returns.ExchangeDesk;
import dev.afterglow.returns.Exchanges;
import dev.afterglow.returns.Resolution;
import dev.afterglow.returns.Return;
import dev.afterglow.returns.ReturnId;
import dev.afterglow.returns.ReturnLabels;
import dev.afterglow.returns.ReturnParcels;
import dev.afterglow.returns.ReturnReason;
import dev.afterglow.returns.ReturnState;
import dev.afterglow.returns.ReturnStep;
import dev.afterglow.returns.Returns;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

@AfterglowTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReturnHandlingTests {

    /** Nobody is written to on a Sunday and a holiday after it. */
    private static final Duration A_WEEK_AND_A_LONG_WEEKEND = Duration.ofDays(10);

    @Autowired
    TestShop shop;

    @Autowired
    TimeMachine time;

    @Autowired
    Returns returns;

    @Autowired
    Exchanges exchanges;

    @Autowired
    ExchangeDesk exchangeDesk;

    @Autowired
    ReturnParcels parcels;

    @Autowired
    ReturnLabels labels;

    @Autowired
    Orders orders;

    @Autowired
    Customers customers;

    @Autowired
    Vouchers vouchers;

    @Autowired
    Attempts attempts;

    @Autowired
    TestAgents agents;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    RuntimeService engine;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    @Autowired
    JourneyTimelines timelines;

    @Autowired
    DrawingCoverage coverage;

    @BeforeAll
    void watchTheDrawing() {
        coverage.restart();
    }

    @AfterAll
    void everyStepAndFlowWasTravelled() {
        coverage.assertComplete("returnHandling");
    }

    @Test
    void refundsAReturnThePolicyApprovesAtOnce() {
        var order = deliveredOrder();
        var it = request(order, ReturnReason.UNWANTED, Resolution.REFUND);
        due();
        assertThat(state(it)).isEqualTo(ReturnState.APPROVED);
        assertThat(returns.isOpen(order)).isTrue();

        attempts.inTransaction(() -> {
            returns.arrived(it, "carrier");
            returns.arrived(it, "carrier");
            return null;
        });
        due();
        complete(order, "userTask_inspectReturnedGoods", Map.of("finding", "as-expected"));
        var task = task(order, "userTask_payRefund");
        assertThat(tasks.getVariableLocal(task.getId(), "amountToPay")).isEqualTo("€84.10");
        assertThat(task.getName()).contains("Anna A.").startsWith("Pay refund · ");
        assertThatThrownBy(() -> complete(order, "userTask_payRefund", Map.of("refundReference", " ")))
                .hasMessageContaining("Fill in the reference");
        complete(order, "userTask_payRefund", Map.of("refundReference", "PAY-1"));
        due();

        assertThat(returnMails(order)).containsExactly("return-instructions", "return-arrived", "return-settled");
        assertThat(mail(order, "return-settled")).contains("84.10");
        assertThat(state(it)).isEqualTo(ReturnState.SETTLED);
        assertThat(returns.isOpen(order)).isFalse();
        assertThatThrownBy(() -> returns.cancel(it, "mira")).hasMessageContaining("can no longer be taken back");
        time.advance(Duration.ofDays(8));
        assertThat(running(order)).isZero();
    }

    @Test
    void keepsNothingPersonalInTheEngine() {
        var order = deliveredOrder();
        var it = request(order, ReturnReason.WARRANTY, Resolution.REFUND);
        due();
        complete(order, "userTask_reviewReturn", Map.of("decision", "refuse", "customerWords", "Secret words"));
        due();

        var kept = history.createHistoricVariableInstanceQuery()
                .processInstanceId(handling(it))
                .list();
        assertThat(kept)
                .isNotEmpty()
                .allSatisfy(variable ->
                        assertThat(String.valueOf(variable.getValue())).doesNotContain("Anna", "Secret", "@"));
    }

    @Test
    void asksAPersonWhereThePolicySaysSoAndRefusesWithHerWordsOnly() {
        var order = deliveredOrder();
        var it = request(order, ReturnReason.WARRANTY, Resolution.REFUND);
        due();
        assertThat(returnMails(order)).containsExactly("return-received");
        assertThat(task(order, "userTask_reviewReturn").getDueDate()).isNotNull();

        assertThatThrownBy(() -> complete(order, "userTask_reviewReturn", Map.of("decision", "refuse")))
                .hasMessageContaining("in a sentence why not");
        assertThat(state(it)).isEqualTo(ReturnState.IN_REVIEW);
        identity.setAuthentication("mira", List.of("returns"));
        try {
            complete(
                    order,
                    "userTask_reviewReturn",
                    Map.of("decision", "refuse", "customerWords", "The shade was painted over."));
        } finally {
            identity.clearAuthentication();
        }
        due();

        assertThat(returnMails(order)).containsExactly("return-received", "return-refused");
        assertThat(mail(order, "return-refused")).contains("The shade was painted over.");
        assertThat(state(it)).isEqualTo(ReturnState.REFUSED);
        assertThat(returns.story(it)).last().satisfies(step -> {
            assertThat(step.actor()).isEqualTo("mira");
            assertThat(step.words()).isEqualTo("The shade was painted over.");
        });
        assertThat(running(order)).isZero();
        assertThat(returns.returnable(order)).hasSize(1);
    }

    @Test
    void refusesAtOnceWhenTheWindowHasClosed() {
        var order = deliveredOrder();
        time.advance(Duration.ofDays(47));
        var it = request(order, ReturnReason.UNWANTED, Resolution.REFUND);
        due();

        assertThat(returnMails(order)).containsExactly("return-refused");
        assertThat(mail(order, "return-refused")).contains("within thirty days of delivery");
        assertThat(state(it)).isEqualTo(ReturnState.REFUSED);
    }

    @Test
    void issuesAVoucherForWhatASupervisorGrantsAndVoidsItWhenTheReturnIsTakenBack() {
        var order = deliveredOrder();
        var it = request(order, ReturnReason.WARRANTY, Resolution.STORE_CREDIT);
        due();
        complete(order, "userTask_reviewReturn", Map.of("decision", "approve"));
        due();
        complete(order, "userTask_receiveParcel", Map.of());
        due();
        assertThatThrownBy(() -> complete(order, "userTask_inspectReturnedGoods", Map.of("finding", "deviation")))
                .hasMessageContaining("what is not as described");
        complete(
                order,
                "userTask_inspectReturnedGoods",
                Map.of("finding", "deviation", "findingWords", "A scratch on the foot"));
        assertThatThrownBy(() -> complete(
                        order, "userTask_decideOnDeviation", Map.of("grantedAmount", "500", "customerWords", "x")))
                .hasMessageContaining("Grant between 0 and");
        assertThatThrownBy(() -> complete(order, "userTask_decideOnDeviation", Map.of("grantedAmount", "lots")))
                .hasMessageContaining("Write the amount in digits");
        complete(
                order,
                "userTask_decideOnDeviation",
                Map.of("grantedAmount", "60,50", "customerWords", "There is a scratch on the foot."));
        due();

        var voucher = vouchers.issuedFor(VoucherReason.RETURN, it.toString()).orElseThrow();
        assertThat(voucher.amount()).isEqualByComparingTo("60.50");
        assertThat(voucher.code()).matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){2}");
        assertThat(mail(order, "return-settled")).contains(voucher.code(), "There is a scratch on the foot.");

        attempts.inTransaction(() -> {
            returns.cancel(it, "mira");
            return null;
        });
        due();
        assertThat(vouchers.byCode(voucher.code()).orElseThrow().state()).isEqualTo(VoucherState.VOIDED);
        assertThat(state(it)).isEqualTo(ReturnState.CANCELLED);
        assertThat(returnMails(order)).last().isEqualTo("return-cancelled");
        assertThat(running(order)).isZero();
        returns.cancel(it, "mira");
        assertThat(returnMails(order)).containsOnlyOnce("return-cancelled");
    }

    @Test
    void refusesToTakeBackAVoucherThatWasUsed() {
        var order = deliveredOrder();
        var it = request(order, ReturnReason.DEFECTIVE, Resolution.STORE_CREDIT);
        arriveAndAccept(order, it);
        var voucher = vouchers.issuedFor(VoucherReason.RETURN, it.toString()).orElseThrow();
        assertThat(voucher.amount()).isEqualByComparingTo("102.35");
        vouchers.redeem(voucher.code().toLowerCase(Locale.ROOT), "2001");

        assertThatThrownBy(() -> attempts.inTransaction(() -> {
                    returns.cancel(it, "mira");
                    return null;
                }))
                .hasMessageContaining("has been used already");
        assertThat(state(it)).isEqualTo(ReturnState.SETTLED);
    }

    @Test
    void sendsTheGoodsBackWhenNothingIsGranted() {
        var order = deliveredOrder();
        var it = request(order, ReturnReason.UNWANTED, Resolution.REFUND);
        due();
        complete(order, "userTask_receiveParcel", Map.of());
        due();
        complete(
                order,
                "userTask_inspectReturnedGoods",
                Map.of("finding", "deviation", "findingWords", "Another lamp altogether"));
        complete(
                order,
                "userTask_decideOnDeviation",
                Map.of("grantedAmount", "0", "customerWords", "It is not the lamp we sent."));
        due();

        assertThat(state(it)).isEqualTo(ReturnState.REFUSED);
        assertThat(mail(order, "return-refused")).contains("It is not the lamp we sent.");
        assertThat(running(order)).isZero();
    }

    @Test
    void remindsAfterSevenDaysAndLapsesAfterTwentyEightInTheCustomersMorning() {
        var order = deliveredOrder();
        var it = request(order, ReturnReason.UNWANTED, Resolution.REFUND);
        due();
        time.advance(Duration.ofDays(6));
        assertThat(returnMails(order)).containsExactly("return-instructions");
        time.advance(A_WEEK_AND_A_LONG_WEEKEND.minusDays(6));
        assertThat(returnMails(order)).containsExactly("return-instructions", "return-reminder");

        time.advance(Duration.ofDays(22));

        assertThat(returnMails(order)).containsExactly("return-instructions", "return-reminder", "return-lapsed");
        assertThat(state(it)).isEqualTo(ReturnState.LAPSED);
        assertThat(running(order)).isZero();
        assertThat(returns.returnable(order)).hasSize(1);
    }

    @Test
    void owesAnExchangeUntilItIsPlaced() {
        var order = deliveredOrder();
        var it = request(order, ReturnReason.SIZE_TOO_SMALL, Resolution.EXCHANGE);
        arriveAndAccept(order, it);
        assertThat(exchanges.of(it).orElseThrow()).satisfies(owed -> {
            assertThat(owed.state()).isEqualTo(Exchange.State.GRANTED);
            assertThat(owed.wish()).isEqualTo("The large one");
        });

        complete(order, "userTask_placeExchangeOrder", Map.of("followUpNumber", "N-77"));
        due();

        assertThat(exchanges.of(it).orElseThrow().state()).isEqualTo(Exchange.State.PLACED);
        assertThat(mail(order, "return-settled")).contains("N-77");
        assertThat(state(it)).isEqualTo(ReturnState.SETTLED);
    }

    @Test
    void settlesAnExchangeTheShopsOwnSystemPlaced() {
        var order = deliveredOrder();
        var it = request(order, ReturnReason.SIZE_TOO_SMALL, Resolution.EXCHANGE);
        arriveAndAccept(order, it);

        placed(it, "N-78");
        placed(it, "N-78");
        due();

        assertThat(agents.open(order, "userTask_placeExchangeOrder")).isZero();
        assertThat(mail(order, "return-settled")).contains("N-78");
        assertThat(state(it)).isEqualTo(ReturnState.SETTLED);
        assertThat(returns.story(it)).last().extracting(ReturnStep::actor).isEqualTo("shop");
        assertThatThrownBy(() -> placed(it, "N-79")).hasMessageContaining("is order N-78 already");
    }

    @Test
    void showsWhatNobodyDidInTimeToTheSupervisorsAndOnlyOnce() {
        var order = deliveredOrder();
        var it = request(order, ReturnReason.WARRANTY, Resolution.REFUND);
        due();
        isAskedOfSupervisorsAfterAWorkingDay(order, "userTask_reviewReturn");
        complete(order, "userTask_reviewReturn", Map.of("decision", "approve"));
        due();
        complete(order, "userTask_receiveParcel", Map.of());
        due();
        isAskedOfSupervisorsAfterAWorkingDay(order, "userTask_inspectReturnedGoods");
        complete(order, "userTask_inspectReturnedGoods", Map.of("finding", "as-expected"));
        isAskedOfSupervisorsAfterAWorkingDay(order, "userTask_payRefund");
        complete(order, "userTask_payRefund", Map.of("refundReference", "PAY-9"));

        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(order.toString())
                        .processDefinitionKey("returnHandling")
                        .count())
                .isZero();
        assertThat(returns.story(it))
                .filteredOn(step -> String.valueOf(step.words()).contains("supervisors were asked"))
                .extracting(ReturnStep::state)
                .containsExactly(ReturnState.IN_REVIEW, ReturnState.ARRIVED, ReturnState.ACCEPTED);

        var exchanged = deliveredOrder();
        arriveAndAccept(exchanged, request(exchanged, ReturnReason.SIZE_TOO_SMALL, Resolution.EXCHANGE));
        isAskedOfSupervisorsAfterAWorkingDay(exchanged, "userTask_placeExchangeOrder");
        var withdrawn = shop.anOrder().placedAt(LocalTime.NOON);
        due();
        withdraw(withdrawn);
        due();
        isAskedOfSupervisorsAfterAWorkingDay(withdrawn, "userTask_payWithdrawalRefund");
    }

    private void isAskedOfSupervisorsAfterAWorkingDay(OrderId order, String key) {
        assertThat(groups(order, key)).containsExactly("returns");
        time.advance(Duration.ofDays(5));
        assertThat(groups(order, key)).containsExactlyInAnyOrder("returns", "supervisors");
        assertThat(task(order, key).getPriority()).isEqualTo(90);
    }

    private List<String> groups(OrderId order, String key) {
        return tasks.getIdentityLinksForTask(task(order, key).getId()).stream()
                .map(IdentityLink::getGroupId)
                .toList();
    }

    @Test
    void movesOnWhenTheCarrierBringsTheParcelByItsTrackingNumberAndKeepsWhatNobodyWaitsFor() {
        var order = deliveredOrder();
        var it = request(order, ReturnReason.UNWANTED, Resolution.REFUND);
        due();
        report(it, ShipmentState.IN_TRANSIT);
        assertThat(state(it)).isEqualTo(ReturnState.APPROVED);
        assertThat(parcels.find("BACK" + it, null)).map(Return::id).contains(it);

        report(it, ShipmentState.DELIVERED);
        report(it, ShipmentState.DELIVERED);
        due();
        assertThat(state(it)).isEqualTo(ReturnState.ARRIVED);
        assertThat(returnMails(order)).containsExactly("return-instructions", "return-arrived");
        assertThat(task(order, "userTask_inspectReturnedGoods")).isNotNull();

        var waiting = deliveredOrder();
        var reviewed = request(waiting, ReturnReason.WARRANTY, Resolution.REFUND);
        due();
        report(reviewed, ShipmentState.DELIVERED);
        report(reviewed, ShipmentState.DELIVERED);
        assertThat(state(reviewed)).isEqualTo(ReturnState.IN_REVIEW);
        assertThat(returns.story(reviewed))
                .filteredOn(step -> step.actor().equals("carrier"))
                .singleElement()
                .satisfies(step -> assertThat(step.words()).contains("though nobody waits for it"));
    }

    @Test
    void twoAgentsOnOneTaskPayOnce() throws Exception {
        var order = deliveredOrder();
        var it = request(order, ReturnReason.UNWANTED, Resolution.REFUND);
        arriveAndAccept(order, it);
        var task = task(order, "userTask_payRefund").getId();
        var both = Executors.newFixedThreadPool(2);
        try {
            var paid = both.invokeAll(List.of(pays(task, "mira"), pays(task, "sam"))).stream()
                    .map(ReturnHandlingTests::answer)
                    .toList();
            assertThat(paid).containsOnlyOnce("paid");
        } finally {
            both.shutdownNow();
        }
        due();

        assertThat(returns.story(it))
                .filteredOn(step -> step.state() == ReturnState.SETTLED)
                .singleElement()
                .satisfies(step -> assertThat(step.words()).isEqualTo("PAY by " + step.actor()));
        assertThat(returnMails(order)).containsOnlyOnce("return-settled");
    }

    private Callable<String> pays(String task, String agent) {
        return () -> {
            identity.setAuthentication(agent, List.of("returns"));
            try {
                forms.submitTaskForm(task, Map.of("refundReference", "PAY by " + agent));
                return "paid";
            } finally {
                identity.clearAuthentication();
            }
        };
    }

    private static String answer(Future<String> done) {
        try {
            return done.get();
        } catch (ExecutionException e) {
            return String.valueOf(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void withdrawsAnExchangeWhenTheReturnIsTakenBackBeforeItIsPlaced() {
        var order = deliveredOrder();
        var it = request(order, ReturnReason.SIZE_TOO_SMALL, Resolution.EXCHANGE);
        arriveAndAccept(order, it);

        returns.cancel(it, "customer");
        due();

        assertThat(exchanges.of(it).orElseThrow().state()).isEqualTo(Exchange.State.WITHDRAWN);
        assertThat(running(order)).isZero();
        assertThat(returnMails(order)).last().isEqualTo("return-cancelled");
    }

    @Test
    void outlivesTheOrdersCancellationAndTheJourneysEnd() {
        var order = deliveredOrder();
        var it = request(order, ReturnReason.UNWANTED, Resolution.REFUND);
        due();
        shop.cancel(order);
        due();
        assertThat(timelines.of(order).outcome()).isEqualTo("CANCELLED");
        complete(order, "userTask_receiveParcel", Map.of());
        due();
        assertThat(state(it)).isEqualTo(ReturnState.ARRIVED);

        var late = deliveredOrder();
        time.advance(Duration.ofDays(35));
        assertThat(timelines.of(late).outcome()).isEqualTo("COMPLETED");
        var after = request(late, ReturnReason.DEFECTIVE, Resolution.REFUND);
        due();
        assertThat(state(after)).isEqualTo(ReturnState.APPROVED);
        assertThat(returnMails(late)).containsExactly("return-instructions");
    }

    @Test
    void receiptsAWithdrawalAtOnceAndPaysItBackWhenNothingHasLeftTheHouse() throws Exception {
        var order = shop.anOrder().reading(Locale.GERMAN).placedAt(LocalTime.NOON);
        due();
        var receipt = attempts.inTransaction(() -> returns.withdraw(order, "Anna Ami", "receipts@example.org"));
        var again = attempts.inTransaction(() -> returns.withdraw(order, "Anna Ami", "receipts@example.org"));
        due();

        assertThat(again).isEqualTo(receipt);
        assertThat(returns.of(order)).hasSize(1);
        assertThat(returns.hasWithdrawn(order)).isTrue();
        assertThat(returns.withdrawalOpen(order)).isFalse();
        assertThat(receipt.content()).contains("Hiermit widerrufe ich", "Anna Ami", "1 × A lamp", "Europe/Paris, +0");
        assertThat(receipt.contentHash()).endsWith(sha256(receipt.content())).hasSize(64);
        var mails = shop.mailsOf(order);
        var mail = mails.get(mails.size() - 1);
        assertThat(mail.getHeader("X-Afterglow-Touchpoint", null)).isEqualTo("withdrawal-receipt");
        assertThat(mail.getAllRecipients()[0]).hasToString("Anna <receipts@example.org>");
        assertThat(mail(order, "withdrawal-receipt")).contains(receipt.contentHash(), "Hiermit widerrufe ich");

        complete(order, "userTask_payWithdrawalRefund", Map.of("refundReference", "PAY-2"));
        due();
        assertThat(returnMails(order)).containsExactly("withdrawal-receipt", "return-settled");
        assertThat(running(order)).isZero();
    }

    @Test
    void endsAnOpenReturnInTheWithdrawalOfTheSameThings() {
        var order = deliveredOrder();
        var before = request(order, ReturnReason.SIZE_TOO_SMALL, Resolution.EXCHANGE);
        arriveAndAccept(order, before);

        var withdrawal = withdraw(order);
        due();

        assertThat(state(before)).isEqualTo(ReturnState.MERGED);
        assertThat(exchanges.of(before).orElseThrow().state()).isEqualTo(Exchange.State.WITHDRAWN);
        assertThat(returnMails(order)).endsWith("withdrawal-receipt").doesNotContain("return-cancelled");
        assertThat(returns.byId(withdrawal).orElseThrow().amount()).isEqualByComparingTo("89.00");
        assertThatThrownBy(() -> request(order, ReturnReason.UNWANTED, Resolution.REFUND))
                .hasMessageContaining("Not that many");
    }

    @Test
    void remindsOfWithdrawnGoodsAndPaysOnceTheyAreHere() {
        var order = deliveredOrder();
        var before = request(order, ReturnReason.SIZE_TOO_SMALL, Resolution.EXCHANGE);
        due();

        var withdrawal = withdraw(order);
        due();

        assertThat(state(before)).isEqualTo(ReturnState.MERGED);
        assertThat(returnMails(order)).endsWith("withdrawal-receipt", "return-instructions");
        time.advance(A_WEEK_AND_A_LONG_WEEKEND);
        assertThat(returnMails(order)).endsWith("return-reminder");
        returns.arrived(withdrawal, "carrier");
        complete(order, "userTask_payWithdrawalRefund", Map.of("refundReference", "PAY-3"));
        due();
        assertThat(state(withdrawal)).isEqualTo(ReturnState.SETTLED);
        assertThat(running(order)).isZero();
    }

    @Test
    void asksForNothingTwiceWhenTheParcelCameBeforeTheWithdrawal() {
        var order = deliveredOrder();
        var before = request(order, ReturnReason.UNWANTED, Resolution.STORE_CREDIT);
        due();
        complete(order, "userTask_receiveParcel", Map.of());
        due();
        assertThat(returns.endingInWithdrawal(order)).extracting(Return::id).containsExactly(before);

        var withdrawal = withdraw(order);
        due();

        assertThat(state(before)).isEqualTo(ReturnState.MERGED);
        assertThat(state(withdrawal)).isEqualTo(ReturnState.ARRIVED);
        assertThat(returnMails(order)).endsWith("return-arrived", "withdrawal-receipt");
        complete(order, "userTask_payWithdrawalRefund", Map.of("refundReference", "PAY-4"));
        due();
        assertThat(state(withdrawal)).isEqualTo(ReturnState.SETTLED);
        assertThat(running(order)).isZero();
    }

    @Test
    void asksForTheRestWhenOnlyAPartCameBeforeTheWithdrawalAndTakesAParcelUnderItsOldNumber() {
        var order = shop.anOrder()
                .holding(
                        new OrderLine("1", "LAMP", "A lamp", null, 2, new BigDecimal("80.00"), 0),
                        new OrderLine("2", "SHADE", "A shade", null, 1, new BigDecimal("30.00"), 0))
                .placed();
        shop.deliver(order);
        due();
        var here = request(order, ReturnReason.UNWANTED, Resolution.REFUND);
        due();
        returns.arrived(here, "carrier");
        var underWay = request(order, ReturnReason.COLOR, Resolution.EXCHANGE);
        due();

        var withdrawal = withdraw(order);
        due();

        assertThat(parcels.toSend(withdrawal))
                .extracting(line -> line.title() + " " + line.quantity())
                .containsExactly("A lamp 1", "A shade 1");
        assertThat(labels.of(withdrawal).lines()).isEqualTo(parcels.toSend(withdrawal));
        assertThat(lastMail(order)).contains("1 × Aube table lamp", "1 × Linen shade");
        assertThat(returns.byId(withdrawal).orElseThrow().amount()).isEqualByComparingTo("190.00");
        report(underWay, ShipmentState.DELIVERED);
        due();
        assertThat(state(underWay)).isEqualTo(ReturnState.MERGED);
        assertThat(state(withdrawal)).isEqualTo(ReturnState.ARRIVED);
        assertThat(task(order, "userTask_payWithdrawalRefund")).isNotNull();
    }

    @Test
    void statesAWithdrawalInTheLanguageTheCustomerChose() {
        var order = shop.anOrder().reading(Locale.ENGLISH).placedAt(LocalTime.NOON);
        due();
        customers.speak(orders.byId(order).orElseThrow().customer(), Locale.FRENCH);

        var withdrawal = attempts.inTransaction(() -> returns.withdraw(order, "Anna Ami", "anna@example.org"));

        assertThat(withdrawal.content()).contains("rétract").doesNotContain("I withdraw");
    }

    @Test
    void leavesWhatIsSettledOutOfAWithdrawal() {
        var order = shop.anOrder()
                .holding(
                        new OrderLine("1", "LAMP", "A lamp", null, 2, new BigDecimal("80.00"), 0),
                        new OrderLine("2", "SHADE", "A shade", null, 1, new BigDecimal("30.00"), 0))
                .placed();
        shop.deliver(order);
        var settled = request(order, ReturnReason.DEFECTIVE, Resolution.STORE_CREDIT);
        arriveAndAccept(order, settled);

        var withdrawal = attempts.inTransaction(() -> returns.withdraw(order, "Anna Ami", "anna@example.org"));
        due();
        complete(order, "userTask_receiveWithdrawnGoods", Map.of());

        var it = returns.byId(withdrawal.id()).orElseThrow();
        assertThat(it.lines())
                .extracting(line -> line.title() + line.quantity())
                .containsExactly("A lamp1", "A shade1");
        assertThat(it.amount()).isEqualByComparingTo("110.00");
        assertThat(state(settled)).isEqualTo(ReturnState.SETTLED);
        assertThatThrownBy(() -> returns.cancel(withdrawal.id(), "customer")).hasMessageContaining("taken back");
    }

    @Test
    void tellsTheShopOfARefusedCallForAParcelNobodyWaitsFor() {
        var order = deliveredOrder();
        var it = request(order, ReturnReason.WARRANTY, Resolution.REFUND);
        due();

        assertThatThrownBy(() -> returns.arrived(it, "carrier")).hasMessageContaining("Nobody waits for the parcel");
        assertThatThrownBy(() -> returns.arrived(new ReturnId(999_999), "carrier"))
                .hasMessageContaining("no such return");
    }

    private OrderId deliveredOrder() {
        var order = shop.anOrder().placedAt(LocalTime.NOON);
        shop.deliver(order);
        due();
        return order;
    }

    private ReturnId withdraw(OrderId order) {
        var customer =
                customers.byId(orders.byId(order).orElseThrow().customer()).orElseThrow();
        return attempts.inTransaction(() -> returns.withdraw(
                        order,
                        "Anna Ami",
                        Objects.requireNonNull(customer.email()).value()))
                .id();
    }

    private void placed(ReturnId it, String number) {
        attempts.inTransaction(() -> {
            exchangeDesk.placed(it, number);
            return null;
        });
    }

    private void report(ReturnId it, ShipmentState state) {
        attempts.inTransaction(() -> {
            parcels.report(it, new ReportedShipment(null, "Colissimo", "BACK" + it, null, state, time.now(), null));
            return null;
        });
    }

    private String lastMail(OrderId order) {
        var mails = shop.mailsOf(order);
        return text(mails.get(mails.size() - 1));
    }

    private ReturnId request(OrderId order, ReturnReason reason, Resolution resolution) {
        return attempts.inTransaction(() -> returns.request(shop.aReturn(order, reason, resolution)))
                .id();
    }

    private void arriveAndAccept(OrderId order, ReturnId it) {
        due();
        returns.arrived(it, "carrier");
        due();
        complete(order, "userTask_inspectReturnedGoods", Map.of("finding", "as-expected"));
        due();
    }

    private Task task(OrderId order, String key) {
        return agents.task(order, key);
    }

    private void complete(OrderId order, String key, Map<String, Object> answers) {
        agents.complete(order, key, answers);
    }

    private void due() {
        time.advance(Duration.ofSeconds(1));
    }

    private ReturnState state(ReturnId it) {
        return returns.byId(it).map(Return::state).orElseThrow();
    }

    private String handling(ReturnId it) {
        return returns.byId(it).map(Return::handling).orElseThrow();
    }

    private long running(OrderId order) {
        return engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(order.toString(), "returnHandling")
                .count();
    }

    private List<String> returnMails(OrderId order) {
        return shop.touchpointsMailed(order).stream()
                .filter(touchpoint -> touchpoint.startsWith("return") || touchpoint.startsWith("withdrawal"))
                .toList();
    }

    private String mail(OrderId order, String touchpoint) {
        var position = shop.touchpointsMailed(order).indexOf(touchpoint);
        return text(shop.mailsOf(order).get(position));
    }

    private static String text(Part part) {
        try {
            if (part.getContent() instanceof Multipart parts) {
                return text(parts.getBodyPart(0));
            }
            return String.valueOf(part.getContent()).replace('\u00a0', ' ');
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(String content) throws NoSuchAlgorithmException {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        return new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(bytes)).toString(16);
    }
}
