package dev.afterglow.intake.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import dev.afterglow.intake.Unreadable;
import dev.afterglow.intake.web.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A CSV file with a header, read row by row; columns are found by name, whatever their place. */
final class Table implements AutoCloseable {

    private static final int MOST_COLUMNS = 500;
    private static final int LONGEST_CELL = 32_000;
    private static final int LONGEST_ROW = 1_000_000;

    /** One row, with its line in the file. */
    record Row(long line, List<String> fields, Map<String, Integer> columns) {

        /** What stands in a column, or null when it is empty or missing. */
        @Nullable
        String text(String column) {
            var place = columns.get(column.toLowerCase(Locale.ROOT));
            if (place == null || place >= fields.size()) {
                return null;
            }
            var text = fields.get(place).strip();
            return text.isEmpty() ? null : text;
        }
    }

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final Map<String, Integer> columns = new HashMap<>();

    /** @throws Unreadable when the file has no header or lacks one of the required columns */
    Table(InputStream csv, Collection<String> required) {
        this.reader = CsvReader.builder()
                .detectBomHeader(true)
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(MOST_COLUMNS)
                                .maxFieldSize(LONGEST_CELL)
                                .maxRecordSize(LONGEST_ROW)
                                .build(),
                        csv);
        this.records = reader.iterator();
        var header = header();
        for (var i = 0; i < header.size(); i++) {
            columns.putIfAbsent(header.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        var missing = required.stream()
                .filter(column -> !columns.containsKey(column.toLowerCase(Locale.ROOT)))
                .toList();
        if (!missing.isEmpty()) {
            throw new Unreadable("The file lacks the columns " + String.join(", ", missing)
                    + ". Its first line must name the columns, separated by commas");
        }
    }

    private List<String> header() {
        try {
            if (hasNext()) {
                return records.next().getFields();
            }
        } catch (CsvParseException e) {
            throw new Unreadable("The first line is no header of a CSV file");
        }
        throw new Unreadable("The file is empty");
    }

    /** @throws Refusal when the file is too large: the reader would call it broken */
    boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParseException e) {
            throw e.getCause() instanceof Refusal refusal ? refusal : e;
        }
    }

    Row next() {
        var row = records.next();
        return new Row(row.getStartingLineNumber(), row.getFields(), columns);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
