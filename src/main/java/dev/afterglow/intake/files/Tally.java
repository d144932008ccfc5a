package dev.afterglow.intake.files;

import dev.afterglow.intake.files.ImportReport.LineNote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts while a file is read, in bounded memory. */
final class Tally {

    private static final int MOST_NOTES = 1000;

    private final List<LineNote> errors = new ArrayList<>();
    private final List<LineNote> remarks = new ArrayList<>();
    private long rows;
    private long found;
    private long recorded;
    private long known;
    private long failed;

    void rows(long more) {
        rows += more;
    }

    void recorded(boolean isNew) {
        found++;
        if (isNew) {
            recorded++;
        } else {
            known++;
        }
    }

    void failed(long line, @Nullable String subject, String why) {
        found++;
        failed++;
        broken(line, subject, why);
    }

    void broken(long line, @Nullable String subject, String why) {
        if (errors.size() < MOST_NOTES) {
            errors.add(new LineNote(line, subject, why));
        }
    }

    void remark(long line, @Nullable String subject, String what) {
        if (remarks.size() < MOST_NOTES) {
            remarks.add(new LineNote(line, subject, what));
        }
    }

    ImportReport report(@Nullable ImportMode mode) {
        return new ImportReport(
                mode == null ? null : mode.word(), rows, found, recorded, known, failed, errors, remarks);
    }
}
