package dev.afterglow.journey.handwrittennote;

import dev.afterglow.journey.tasks.TaskVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what a colleague did about a note. */
@Component("keepNote")
class KeepNoteDelegate implements JavaDelegate {

    private final NoteDesk desk;

    KeepNoteDelegate(NoteDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var result = HandwrittenNoteVariables.RESULT.in(execution).orElse(null);
        var remark = HandwrittenNoteVariables.REMARK.in(execution).orElse(null);
        var who = TaskVariables.DONE_BY.in(execution).orElse(null);

        var written = desk.record(HandwrittenNoteVariables.noteOf(execution), result, remark, who);

        HandwrittenNoteVariables.WRITTEN.on(execution, written);
    }
}
