package dev.afterglow.journey.supportfollowup;

import static java.util.stream.Collectors.joining;

import dev.afterglow.catalog.Product;
import dev.afterglow.catalog.Products;
import dev.afterglow.customer.Shop;
import dev.afterglow.journey.tasks.TaskFacts;
import dev.afterglow.journey.tasks.TaskSheet;
import dev.afterglow.order.Dossier;
import dev.afterglow.support.CaseId;
import dev.afterglow.support.CaseMessage;
import dev.afterglow.support.CaseOutcome;
import dev.afterglow.support.CaseWork;
import dev.afterglow.support.SupportCase;
import dev.afterglow.support.SupportDesk;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells our people what a case is about, what was said, and how they might answer. */
@Component
class SupportTasks implements TaskFacts {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);

    private final SupportDesk desk;
    private final CaseWork work;
    private final Products products;
    private final SuggestedAnswers suggestions;
    private final Shop shop;

    SupportTasks(SupportDesk desk, CaseWork work, Products products, SuggestedAnswers suggestions, Shop shop) {
        this.desk = desk;
        this.work = work;
        this.products = products;
        this.suggestions = suggestions;
        this.shop = shop;
    }

    @Override
    public String process() {
        return SupportFollowUpVariables.PROCESS;
    }

    @Override
    public TaskSheet sheet(String task, String reference, Dossier dossier) {
        var found = desk.byId(CaseId.parse(reference)).orElseThrow();
        var said = desk.conversation(found.id());
        var sheet = TaskSheet.because(why(task, found))
                .shows("caseNumber", found.number())
                .shows("product", product(found, dossier))
                .shows("conversation", conversation(said, dossier));
        if (task.equals("userTask_lookIntoOverdueCase")) {
            return sheet.asks("note", null);
        }
        var covered = work.circumstances(found).warrantyRunning();
        return choice(task, covered, sheet.shows("warranty", covered ? "Running" : "Over or unknown"))
                .asks("answer", suggestions.of(task, found, said, covered, product(found, dossier), dossier.locale()))
                .asks("pauseMarketing", false)
                .asks(
                        "seen",
                        said.isEmpty()
                                ? null
                                : Long.toString(said.get(said.size() - 1).id()));
    }

    private static TaskSheet choice(String task, boolean covered, TaskSheet sheet) {
        return switch (task) {
            case "userTask_arrangeRepair" -> sheet.asks("arrangement", "ADVICE");
            case "userTask_decideWarrantyClaim" ->
                sheet.asks("decision", covered ? CaseOutcome.WARRANTY_ACCEPTED.name() : null);
            default -> sheet.asks("result", CaseOutcome.SOLVED.name());
        };
    }

    private String why(String task, SupportCase found) {
        var since = MOMENT.format(found.openedAt().atZone(shop.zone()));
        if (task.equals("userTask_lookIntoOverdueCase")) {
            return "Nobody answered in time. The case is open since " + since + ".";
        }
        if (found.firstResponseAt() != null) {
            return "The customer wrote again. The case is open since " + since + ".";
        }
        return switch (found.topic()) {
            case QUESTION -> "The customer has a question, asked on " + since + ".";
            case CARE_AND_REPAIR -> "Something needs care or repair, reported on " + since + ".";
            case WARRANTY_CLAIM -> "The customer claims the warranty, since " + since + ".";
            case PARCEL_SEARCH ->
                "A parcel does not arrive; noticed on " + since
                        + ". Ask the carrier where it is, then tell the customer.";
        };
    }

    private @Nullable String product(SupportCase found, Dossier dossier) {
        var sku = found.sku();
        return sku == null
                ? null
                : products.bySku(sku)
                        .map(product -> product.in(dossier.locale().getLanguage()))
                        .map(Product::title)
                        .orElse(null);
    }

    private String conversation(List<CaseMessage> said, Dossier dossier) {
        var customer = dossier.customer().firstName() == null
                ? "Customer"
                : dossier.customer().firstName();
        return said.stream()
                .map(message -> "%s, %s:%n%s"
                        .formatted(
                                message.isFromCustomer() ? customer : message.author(),
                                MOMENT.format(message.at().atZone(shop.zone())),
                                message.words()))
                .collect(joining("\n\n"));
    }
}
