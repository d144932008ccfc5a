package dev.afterglow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.EmailAddress;
import dev.afterglow.customer.Suppressions;
import dev.afterglow.order.OrderId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/**
 * Hypothesis: whatever a mail server says, at whatever stage, the message ends in the outcome that src/docs/operations.md
 * promises, and nobody gets it twice. Fault: every answer of smtp-answers.csv to one message each; a minute later the
 * server behaves. Figure: 100 % of the table.
 */
class EveryAnswerTests extends OneProcess {

    private static final Duration A_MOMENT = Duration.ofSeconds(20);

    /** The first wait of what is tried again, and its share of chance. */
    private static final Duration UNTIL_TRIED_AGAIN = Duration.ofMinutes(3);

    @Autowired
    Suppressions suppressions;

    private record Row(String stage, String answer, String meaning) {}

    @Test
    void endsAsPromised() throws IOException {
        var wrong = new ArrayList<String>();
        var rows = table();
        for (var row : rows) {
            var found = storyOf(row);
            if (!found.equals(promised(row.meaning()))) {
                wrong.add(row + " went " + found + " instead of " + promised(row.meaning()));
            }
        }
        Figures.print(
                "every answer at every stage",
                "%d of %d answers end as promised",
                rows.size() - wrong.size(),
                rows.size());
        assertThat(wrong).isEmpty();
    }

    private String storyOf(Row row) throws IOException {
        MAILS.hangUp();
        MAILS.forget();
        MAILS.at(row.stage(), row.answer());
        if (row.stage().equals("EHLO")) {
            MAILS.at("HELO", row.answer());
        }
        var email = "anna" + row.hashCode() + "@mail.example";
        var order = shop.anOrder().by(email).placed();
        time.advance(A_MOMENT);
        var first = state(order);
        MAILS.behave();
        time.advance(UNTIL_TRIED_AGAIN);
        return story(first, state(order), MAILS.receipts().size(), isSuppressed(email));
    }

    private static String promised(String meaning) {
        return switch (meaning) {
            case "CHANNEL_CLOSED" -> story("RETRY after 0", "ACCEPTED after 1", 1, false);
            case "NOT_NOW" -> story("RETRY after 1", "ACCEPTED after 2", 1, false);
            case "ADDRESS_REFUSED" -> story("REJECTED after 1", "REJECTED after 1", 0, true);
            case "MESSAGE_REFUSED" -> story("REJECTED after 1", "REJECTED after 1", 0, false);
            case "PERHAPS_SENT" -> story("SENDING after 1", "ACCEPTED after 2", 1, false);
            default -> throw new IllegalArgumentException(meaning);
        };
    }

    private static String story(String first, String last, int mails, boolean suppressed) {
        return "%s attempts, then %s, %d mails, %s"
                .formatted(first, last, mails, suppressed ? "the address is suppressed" : "the address stays");
    }

    private String state(OrderId order) {
        return jdbc.sql("select state, attempts from messages where order_id = :order and touchpoint = :touchpoint")
                .param("order", order.value())
                .param("touchpoint", "order-confirmation")
                .query((row, number) -> row.getString(1) + " after " + row.getInt(2))
                .single();
    }

    private boolean isSuppressed(String email) {
        return number("select count(*) from suppressions where address_hash = '"
                        + suppressions.hash(new EmailAddress(email)) + "'")
                > 0;
    }

    private static List<Row> table() throws IOException {
        var file = new ClassPathResource("smtp-answers.csv").getContentAsString(StandardCharsets.UTF_8);
        return file.lines()
                .skip(1)
                .map(line -> line.split(", "))
                .map(cells -> new Row(cells[0], cells[1], cells[2]))
                .toList();
    }
}
