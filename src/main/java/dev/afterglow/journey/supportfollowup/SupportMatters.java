package dev.afterglow.journey.supportfollowup;

import dev.afterglow.journey.touchpoint.MatterSource;
import dev.afterglow.message.MessageFacts.Matter;
import dev.afterglow.order.Dossier;
import dev.afterglow.support.CaseId;
import dev.afterglow.support.CaseMessage;
import dev.afterglow.support.SupportDesk;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells the mails of a case its number, our last words, and what they came to; before anybody answered, the choice is the
 * topic. A follow-up sends before it lets anybody write again, so the last words are those to be sent.
 */
@Component
class SupportMatters implements MatterSource {

    private final SupportDesk desk;

    SupportMatters(SupportDesk desk) {
        this.desk = desk;
    }

    @Override
    public String process() {
        return SupportFollowUpVariables.PROCESS;
    }

    @Override
    public Matter matter(String reference, Dossier dossier) {
        var found = desk.byId(CaseId.parse(reference)).orElseThrow();
        var outcome = found.outcome();
        return new Matter(
                found.number(),
                ourLastWords(reference).map(CaseMessage::words).orElse(null),
                null,
                null,
                null,
                outcome == null ? found.topic().name() : outcome.name(),
                List.of());
    }

    /** Each answer is a mail of its own. */
    @Override
    public long occurrence(String reference) {
        return ourLastWords(reference).map(CaseMessage::id).orElseGet(() -> Long.valueOf(reference));
    }

    private Optional<CaseMessage> ourLastWords(String reference) {
        return desk.conversation(CaseId.parse(reference)).stream()
                .filter(message -> !message.isFromCustomer())
                .reduce((earlier, later) -> later);
    }
}
