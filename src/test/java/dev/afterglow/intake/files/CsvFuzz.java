package dev.afterglow.intake.files;

import static dev.afterglow.fuzz.FuzzedParser.seed;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.afterglow.fuzz.FuzzedParser;
import dev.afterglow.fuzz.Sound;
import dev.afterglow.intake.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files with orders or products: the first byte chooses which. */
public final class CsvFuzz implements FuzzedParser {

    @Override
    public void read(byte[] input) throws IOException {
        var isOrders = FuzzedParser.chosen(input, List.of(true, false));
        var file = new ByteArrayInputStream(FuzzedParser.text(input).getBytes(StandardCharsets.UTF_8));
        try (var table = new Table(file, isOrders ? OrderRows.REQUIRED : List.of("sku", "title", "category"))) {
            while (table.hasNext()) {
                read(table.next(), isOrders);
            }
        } catch (Unreadable | CsvParseException e) {
            // Reported with the line it stands in.
        }
    }

    private static void read(Table.Row row, boolean isOrder) {
        try {
            Sound.check(
                    isOrder && row.text("Name") != null
                            ? new OrderRows(List.of(row, row)).news()
                            : ProductRow.read(row));
        } catch (Unreadable e) {
            // Reported with the line it stands in.
        }
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(seed(0, "intake/files/orders-export.csv"), seed(1, "intake/files/catalog.csv"));
    }
}
