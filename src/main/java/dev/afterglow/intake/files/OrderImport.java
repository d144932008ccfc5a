package dev.afterglow.intake.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.afterglow.intake.News;
import dev.afterglow.intake.Parking;
import dev.afterglow.intake.Telling;
import dev.afterglow.intake.Unreadable;
import dev.afterglow.order.Attempts;
import dev.afterglow.order.RecordedOrder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** Reads Shopify's order export row by row; each order is a transaction of its own, so that a bad one costs no other. */
@Service
public class OrderImport {

    private static final Logger log = LoggerFactory.getLogger(OrderImport.class);
    private static final int MOST_ROWS = 200_000;

    private final Telling telling;
    private final Parking parking;
    private final Attempts attempts;

    OrderImport(Telling telling, Parking parking, Attempts attempts) {
        this.telling = telling;
        this.parking = parking;
        this.attempts = attempts;
    }

    /**
     * Imports a file.
     *
     * @throws Unreadable when it is not an order export at all
     */
    public ImportReport run(InputStream csv, ImportMode mode) throws IOException {
        var tally = new Tally();
        try (var table = new Table(csv, OrderRows.REQUIRED)) {
            var rows = new ArrayList<Table.Row>();
            try {
                read(table, rows, mode, tally);
            } catch (CsvParseException e) {
                tally.broken(
                        rows.isEmpty() ? 2 : rows.get(rows.size() - 1).line() + 1,
                        null,
                        "the file cannot be read from here on: a quote is not closed or a cell is far too long");
            }
            settle(rows, mode, tally);
        }
        return tally.report(mode);
    }

    private void read(Table table, List<Table.Row> rows, ImportMode mode, Tally tally) {
        for (var count = 0; table.hasNext(); count++) {
            var row = table.next();
            if (count == MOST_ROWS) {
                tally.broken(row.line(), null, "only " + MOST_ROWS + " rows are read; put the rest into another file");
                return;
            }
            tally.rows(1);
            var name = row.text("Name");
            if (name != null && !rows.isEmpty() && !isOf(rows.get(0), name)) {
                settle(rows, mode, tally);
                rows.clear();
            }
            if (name == null && rows.isEmpty()) {
                tally.broken(row.line(), null, "the row has no \"Name\", so its order is unknown");
            } else {
                rows.add(row);
            }
        }
    }

    private static boolean isOf(Table.Row first, String name) {
        var own = first.text("Name");
        return own != null && OrderRows.plain(own).equals(OrderRows.plain(name));
    }

    private void settle(List<Table.Row> rows, ImportMode mode, Tally tally) {
        if (rows.isEmpty()) {
            return;
        }
        var line = rows.get(0).line();
        var number = rows.get(0).text("Name");
        try {
            var news = new OrderRows(rows).news();
            tally.recorded(mode == ImportMode.DRY_RUN ? telling.find(news.key()).isEmpty() : record(news, mode));
            news.remarks().forEach(remark -> tally.remark(line, number, remark));
        } catch (Unreadable e) {
            tally.failed(line, number, String.valueOf(e.getMessage()));
        } catch (DataIntegrityViolationException e) {
            tally.failed(line, number, "a value does not fit its place");
        } catch (RuntimeException e) {
            log.error("The order in line {} could not be recorded", line, e);
            tally.failed(
                    line,
                    number,
                    "could not be recorded for a reason of ours; import the file again, known orders count once");
        }
    }

    private boolean record(News news, ImportMode mode) {
        return attempts.inTransaction(() -> {
            var recorded = mode == ImportMode.JOURNEYS ? telling.tell(news) : telling.tellHistorical(news);
            recorded.map(RecordedOrder::id).ifPresent(parking::release);
            return recorded.map(RecordedOrder::isNew).orElse(false);
        });
    }
}
