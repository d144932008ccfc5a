package dev.afterglow.intake.files;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import came to.
 *
 * @param mode of an import of orders
 * @param rows lines of the file that were read, without the header
 * @param found orders or products in them
 * @param recorded those that were new, or would have been
 * @param known those we knew before
 * @param failed those that could not be recorded
 * @param errors why, by line; the first thousand
 * @param remarks oddities that were accepted, by line; the first thousand
 */
public record ImportReport(
        @Nullable String mode,
        long rows,
        long found,
        long recorded,
        long known,
        long failed,
        List<LineNote> errors,
        List<LineNote> remarks) {

    /**
     * Something to say about a line of the file.
     *
     * @param subject the order's number or the SKU, when the line tells it
     */
    public record LineNote(long line, @Nullable String subject, String message) {}
}
