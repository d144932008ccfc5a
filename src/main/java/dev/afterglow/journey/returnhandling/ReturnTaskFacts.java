package dev.afterglow.journey.returnhandling;

import static java.util.stream.Collectors.joining;

import dev.afterglow.customer.Formats;
import dev.afterglow.customer.Shop;
import dev.afterglow.journey.tasks.TaskFacts;
import dev.afterglow.journey.tasks.TaskSheet;
import dev.afterglow.order.Dossier;
import dev.afterglow.returns.Return;
import dev.afterglow.returns.ReturnId;
import dev.afterglow.returns.ReturnReason;
import dev.afterglow.returns.ReturnState;
import dev.afterglow.returns.ReturnStep;
import dev.afterglow.returns.Returns;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells people who work on a return what comes back, why, and what happened so far. */
@Component
class ReturnTaskFacts implements TaskFacts {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);

    private static final Formats MONEY = new Formats(Locale.ENGLISH);

    private final Returns returns;
    private final Shop shop;

    ReturnTaskFacts(Returns returns, Shop shop) {
        this.returns = returns;
        this.shop = shop;
    }

    @Override
    public String process() {
        return "returnHandling";
    }

    @Override
    public TaskSheet sheet(String task, String reference, Dossier dossier) {
        var it = returns.byId(ReturnId.parse(reference)).orElseThrow();
        var sheet = TaskSheet.because(why(task, it))
                .shows("wanted", wanted(it))
                .shows("customerNote", it.note())
                .shows("returnedItems", items(it))
                .shows("returnStory", story(it))
                .shows("rmaNumber", it.number());
        return switch (task) {
            case "userTask_reviewReturn" -> sheet.asks("decision", null).asks("customerWords", null);
            case "userTask_inspectReturnedGoods" -> sheet.asks("finding", null).asks("findingWords", null);
            case "userTask_decideOnDeviation" ->
                sheet.asks("grantedAmount", Amounts.write(it.amount(), it.currency()))
                        .asks("customerWords", null);
            case "userTask_placeExchangeOrder" -> sheet.shows("wish", wish(it)).asks("followUpNumber", null);
            case "userTask_payRefund", "userTask_payWithdrawalRefund" ->
                sheet.shows("amountToPay", amount(it)).asks("refundReference", null);
            default -> sheet;
        };
    }

    private String why(String task, Return it) {
        return switch (task) {
            case "userTask_reviewReturn" ->
                "The policy asks for a person: " + reason(it.reason()) + ", " + amount(it) + " at stake.";
            case "userTask_receiveParcel", "userTask_receiveWithdrawnGoods" ->
                it.number() + " is expected" + (it.sendBy() == null ? "." : ", to be sent by " + it.sendBy() + ".");
            case "userTask_inspectReturnedGoods" -> it.number() + " arrived. She says: " + reason(it.reason()) + ".";
            case "userTask_decideOnDeviation" -> it.number() + " is not as described. What was found: " + found(it);
            case "userTask_placeExchangeOrder" ->
                "The goods of " + it.number() + " are accepted; she gets an exchange.";
            default ->
                it.isWithdrawal()
                        ? "She withdrew from the contract: everything not settled yet is paid back."
                        : "The goods of " + it.number() + " are accepted; she gets her money back.";
        };
    }

    private String found(Return it) {
        return returns.story(it.id()).stream()
                .filter(step -> step.state() == ReturnState.ARRIVED && step.words() != null)
                .map(ReturnStep::words)
                .reduce("", (before, last) -> last);
    }

    private static String items(Return it) {
        return it.lines().stream()
                .map(line -> line.quantity() + " × " + line.title()
                        + (line.variant() == null ? "" : " (" + line.variant() + ")") + ", "
                        + MONEY.money(line.value(), it.currency()))
                .collect(joining("\n"));
    }

    private String story(Return it) {
        return returns.story(it.id()).stream().map(this::line).collect(joining("\n"));
    }

    private String line(ReturnStep step) {
        return MOMENT.format(step.at().atZone(shop.zone())) + " · " + words(step.state()) + " · " + step.actor()
                + (step.words() == null ? "" : " · " + step.words());
    }

    private static String wanted(Return it) {
        if (it.isWithdrawal()) {
            return "Her money back, " + amount(it);
        }
        return switch (it.resolution()) {
            case EXCHANGE -> "An exchange: " + wish(it);
            case STORE_CREDIT -> "Store credit, " + amount(it);
            case REFUND -> "Her money back, " + amount(it);
        };
    }

    private static String wish(Return it) {
        return it.wish() == null ? "the same again" : it.wish();
    }

    private static String reason(@Nullable ReturnReason reason) {
        return reason == null ? "no reason needed" : words(reason);
    }

    private static String words(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String amount(Return it) {
        return MONEY.money(it.amount(), it.currency());
    }
}
