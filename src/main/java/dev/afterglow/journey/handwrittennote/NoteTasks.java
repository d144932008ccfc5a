package dev.afterglow.journey.handwrittennote;

import static java.util.stream.Collectors.joining;

import dev.afterglow.journey.tasks.TaskFacts;
import dev.afterglow.journey.tasks.TaskSheet;
import dev.afterglow.order.Address;
import dev.afterglow.order.Dossier;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells who writes a note whom it goes to, why, and with which words she might begin. */
@Component
class NoteTasks implements TaskFacts {

    private final Notes notes;
    private final SuggestedWords words;

    NoteTasks(Notes notes, SuggestedWords words) {
        this.notes = notes;
        this.words = words;
    }

    @Override
    public String process() {
        return HandwrittenNoteVariables.PROCESS;
    }

    @Override
    public TaskSheet sheet(String task, String reference, Dossier dossier) {
        var note = notes.byId(Long.parseLong(reference));
        return TaskSheet.because(why(note))
                .shows("address", address(dossier))
                .shows("suggestedWords", words.of(note.reason(), dossier))
                .asks("result", Note.State.WRITTEN.name())
                .asks("remark", null);
    }

    private static String why(Note note) {
        return switch (note.reason()) {
            case "FIRST_ORDER" -> "Her first order with us, and not a small one. It has arrived.";
            case "VIP" -> "She orders again and again, and another order has arrived.";
            case "COMPLAINT_SOLVED" -> "Something went wrong with her order, and it has been put right.";
            default ->
                "The rules ask for a note: "
                        + note.reason().toLowerCase(Locale.ROOT).replace('_', ' ') + ".";
        };
    }

    private static String address(Dossier dossier) {
        Address to = dossier.order().address();
        var name = to.recipient() == null
                ? Stream.of(dossier.customer().firstName(), dossier.customer().lastName())
                        .filter(Objects::nonNull)
                        .collect(joining(" "))
                : to.recipient();
        var town =
                Stream.of(to.postalCode(), to.city()).filter(Objects::nonNull).collect(joining(" "));
        var country = to.country() == null ? null : new Locale("", to.country()).getDisplayCountry(Locale.ENGLISH);
        return Stream.of(name, to.street(), town, to.region(), country)
                .filter(Objects::nonNull)
                .filter(line -> !line.isBlank())
                .collect(joining("\n"));
    }
}
