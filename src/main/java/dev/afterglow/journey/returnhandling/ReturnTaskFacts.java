package dev.afterglow.journey.returnhandling;

import static java.util.stream.Collectors.joining;

import dev.afterglow.customer.Shop;
import dev.afterglow.journey.tasks.TaskFacts;
import dev.afterglow.journey.tasks.TaskSheet;
import dev.afterglow.order.Dossier;
import dev.afterglow.returns.Return;
import dev.afterglow.returns.ReturnId;
import dev.afterglow.returns.ReturnReason;
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
                .shows("returnedItems", items(it))
                .shows("returnStory", story(it))
                .shows("rmaNumber", it.number());
        return switch (task) {
            case "userTask_reviewReturn" -> sheet.asks("decision", null).asks("customerWords", null);
            case "userTask_inspectReturnedGoods" -> sheet.asks("finding", null).asks("findingWords", null);
            case "userTask_decideOnDeviation" ->
                sheet.asks("grantedAmount", amount(it)).asks("customerWords", null);
            case "userTask_placeExchangeOrder" ->
                sheet.shows("wish", it.wish() == null ? "The same again" : it.wish())
                        .asks("followUpNumber", null);
            case "userTask_payRefund", "userTask_payWithdrawalRefund" ->
                sheet.shows("amountToPay", amount(it)).asks("refundReference", null);
            default -> sheet;
        };
    }

    private static String why(String task, Return it) {
        return switch (task) {
            case "userTask_reviewReturn" ->
                "The policy asks for a person: " + reason(it.reason()) + ", " + amount(it) + " at stake." + note(it);
            case "userTask_receiveParcel", "userTask_receiveWithdrawnGoods" ->
                it.number() + " is expected" + (it.sendBy() == null ? "." : ", to be sent by " + it.sendBy() + ".");
            case "userTask_inspectReturnedGoods" ->
                it.number() + " arrived. She says: " + reason(it.reason()) + "." + note(it);
            case "userTask_decideOnDeviation" ->
                it.number() + " is not as described. She asked for " + words(it.resolution()) + ", " + amount(it) + ".";
            case "userTask_placeExchangeOrder" ->
                "The goods of " + it.number() + " are accepted; she gets an exchange.";
            default ->
                it.isWithdrawal()
                        ? "She withdrew from the contract: everything not settled yet is paid back."
                        : "The goods of " + it.number() + " are accepted; she gets her money back.";
        };
    }

    private static String items(Return it) {
        return it.lines().stream()
                .map(line -> line.quantity() + " × " + line.title()
                        + (line.variant() == null ? "" : " (" + line.variant() + ")") + ", "
                        + Amounts.write(line.value(), it.currency()))
                .collect(joining("\n"));
    }

    private String story(Return it) {
        return returns.story(it.id()).stream().map(this::line).collect(joining("\n"));
    }

    private String line(ReturnStep step) {
        return MOMENT.format(step.at().atZone(shop.zone())) + " · " + words(step.state()) + " · " + step.actor()
                + (step.words() == null ? "" : " · " + step.words());
    }

    private static String note(Return it) {
        return it.note() == null ? "" : " Her words: " + it.note();
    }

    private static String reason(@Nullable ReturnReason reason) {
        return reason == null ? "no reason needed" : words(reason);
    }

    private static String words(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String amount(Return it) {
        return Amounts.write(it.amount(), it.currency());
    }
}
