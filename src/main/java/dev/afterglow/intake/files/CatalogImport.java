package dev.afterglow.intake.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.afterglow.catalog.Product;
import dev.afterglow.catalog.Products;
import dev.afterglow.intake.Unreadable;
import dev.afterglow.order.Attempts;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Reads the catalogue from a file, one product per row; a bad row costs no other. */
@Service
public class CatalogImport {

    private static final Logger log = LoggerFactory.getLogger(CatalogImport.class);
    private static final int MOST_ROWS = 200_000;

    private final Products products;
    private final Attempts attempts;

    CatalogImport(Products products, Attempts attempts) {
        this.products = products;
        this.attempts = attempts;
    }

    /**
     * Imports a file; a product that is known is replaced.
     *
     * @throws Unreadable when it is not a catalogue at all
     */
    public ImportReport run(InputStream csv) throws IOException {
        var tally = new Tally();
        var line = 1L;
        try (var table = new Table(csv, List.of("sku", "title", "category"))) {
            for (var count = 0; count < MOST_ROWS && table.hasNext(); count++) {
                var row = table.next();
                line = row.line();
                tally.rows(1);
                settle(row, tally);
            }
            if (table.hasNext()) {
                tally.broken(line + 1, null, "only " + MOST_ROWS + " rows are read; put the rest into another file");
            }
        } catch (CsvParseException e) {
            tally.broken(
                    line + 1,
                    null,
                    "the file cannot be read from here on: a quote is not closed or a cell is far too long");
        }
        return tally.report(null);
    }

    private void settle(Table.Row row, Tally tally) {
        var sku = row.text("sku");
        try {
            var product = ProductRow.read(row);
            tally.recorded(attempts.inTransaction(() -> put(product)));
        } catch (Unreadable e) {
            tally.failed(row.line(), sku, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            log.error("The product in line {} could not be recorded", row.line(), e);
            tally.failed(row.line(), sku, "could not be recorded for a reason of ours; import the file again");
        }
    }

    private boolean put(Product product) {
        var isNew = products.bySku(product.sku()).isEmpty();
        products.put(product);
        return isNew;
    }
}
