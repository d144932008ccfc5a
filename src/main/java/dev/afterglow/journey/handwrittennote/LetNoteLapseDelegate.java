package dev.afterglow.journey.handwrittennote;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that the time for a note is over. */
@Component("letNoteLapse")
class LetNoteLapseDelegate implements JavaDelegate {

    private final NoteDesk desk;

    LetNoteLapseDelegate(NoteDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.lapse(HandwrittenNoteVariables.noteOf(execution));
    }
}
