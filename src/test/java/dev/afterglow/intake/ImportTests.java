package dev.afterglow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.catalog.Products;
import dev.afterglow.intake.files.ImportMode;
import dev.afterglow.intake.files.OrderImport;
import dev.afterglow.order.OrderPlaced;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ImportTests extends IntakeTest {

    private static final byte[] EXPORT = fixture("files/orders-export.csv").getBytes(StandardCharsets.UTF_8);
    private static final int MANY = 20_000;

    @Autowired
    Products products;

    @Autowired
    OrderImport imports;

    @Test
    void importsAnExportForFiguresOnlyAndMailsNobody() {
        var report = read(send(csv("/api/imports/orders", EXPORT)));

        assertThat(report.path("mode").asText()).isEqualTo("historical");
        assertThat(report.path("rows").asInt()).isEqualTo(8);
        assertThat(report.path("found").asInt()).isEqualTo(6);
        assertThat(report.path("recorded").asInt()).isEqualTo(4);
        assertThat(report.path("failed").asInt()).isEqualTo(2);
        assertThat(announcements.count(OrderPlaced.class)).isZero();
        var order = order("1001");
        assertThat(order.historical()).isTrue();
        assertThat(order.externalId()).isEqualTo("5001");
        assertThat(order.placedAt()).isEqualTo(Instant.parse("2026-05-14T10:23:45Z"));
        assertThat(order.address().postalCode()).isEqualTo("85004");
        assertThat(order.zone()).isEqualTo(ZoneId.of("America/Phoenix"));
        assertThat(order.lines()).hasSize(2);
        assertThat(order.lines().get(0).title()).isEqualTo("Oak table lamp, natural");
        assertThat(order("1004").isCancelled()).isTrue();
        assertThat(order("1002").externalId()).isEqualTo("5002");
    }

    @Test
    void reportsErrorsAndOdditiesByLine() {
        var report = read(send(csv("/api/imports/orders?mode=dry-run", EXPORT)));

        var errors = report.path("errors");
        assertThat(errors).hasSize(2);
        assertThat(errors.get(0).path("line").asInt()).isEqualTo(7);
        assertThat(errors.get(0).path("subject").asText()).isEqualTo("#1003");
        assertThat(errors.get(0).path("message").asText()).contains("\"Created at\" is no time such as");
        assertThat(errors.get(1).path("message").asText()).contains("\"Total\" is no amount: many");
        assertThat(report.path("remarks").toString())
                .contains("line 5 repeats an earlier one and counts once", "no e-mail address");
        assertThat(rows("orders")).isZero();
    }

    @Test
    void beginsJourneysOnRequestAndCountsARepeatedFileOnce() {
        send(csv("/api/imports/orders?mode=journeys", EXPORT));
        var again = read(send(csv("/api/imports/orders?mode=journeys", EXPORT)));

        assertThat(announcements.count(OrderPlaced.class)).isEqualTo(3);
        assertThat(again.path("known").asInt()).isEqualTo(4);
        assertThat(again.path("recorded").asInt()).isZero();
        assertThat(rows("orders")).isEqualTo(4);
    }

    @Test
    void takesAFormsFileToo() {
        var boundary = "----afterglow";
        var body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"orders.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + new String(EXPORT, StandardCharsets.UTF_8) + "\r\n--" + boundary
                + "--\r\n";

        var answer = send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/imports/orders"))
                .header("Authorization", "Bearer key-one")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(rows("orders")).isEqualTo(4);
    }

    @Test
    void saysInWordsWhyAFileIsNone() {
        assertProblem(
                send(csv("/api/imports/orders?mode=now", EXPORT)), 400, "import-mode-unknown", "dry-run, historical");
        assertProblem(
                send(csv("/api/imports/orders", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))),
                422,
                "file-unreadable",
                "lacks the columns Name, Created at");
        assertProblem(send(csv("/api/imports/catalog", new byte[0])), 422, "file-unreadable", "empty");
        assertProblem(
                send(csv("/api/imports/orders", EXPORT).setHeader("Content-Type", "application/pdf")),
                415,
                "content-type-unsupported",
                "text/csv");
    }

    @Test
    void keepsWhatCameBeforeAnUnclosedQuote() {
        var header = "Name,Created at,Total,Lineitem name,Lineitem quantity,Id\n";
        var rows = "#1,2026-05-14 11:23:45 +0100,5.00,Lamp,1,1\n#2,2026-05-14 11:23:45 +0100,5.00,\"Lamp"
                + "x".repeat(40_000);

        var report = read(send(csv("/api/imports/orders", (header + rows).getBytes(StandardCharsets.UTF_8))));

        assertThat(report.path("recorded").asInt()).isOne();
        assertThat(report.path("errors").get(0).path("message").asText()).contains("cannot be read from here on");
    }

    @Test
    void refusesAnOrderWhoseNumberHoldsNothingToRead() {
        var file = "Name,Created at,Total,Lineitem name,Lineitem quantity,Id\n"
                + "#\0\0,2026-05-14 11:23:45 +0100,5.00,Lamp,1,1\n#2,2026-05-14 11:23:45 +0100,5.00,Lamp,1,2\n";

        var report = read(send(csv("/api/imports/orders", file.getBytes(StandardCharsets.UTF_8))));

        assertThat(report.path("recorded").asInt()).isOne();
        assertThat(report.path("errors").get(0).path("message").asText()).contains("\"Name\" is no order number");
    }

    @Test
    void importsTheCatalogueWithTranslations() {
        var report = read(
                send(csv("/api/imports/catalog", fixture("files/catalog.csv").getBytes(StandardCharsets.UTF_8))));

        assertThat(report.path("recorded").asInt()).isEqualTo(2);
        assertThat(report.path("errors")).hasSize(3);
        assertThat(report.path("errors").toString())
                .contains("\\\"sku\\\" is empty", "\\\"url\\\" must be a web address", "whole number of months");
        var lamp = products.bySku("LAMP-OAK").orElseThrow();
        assertThat(lamp.complements()).containsExactly("BULB-E27", "SHADE-LIN");
        assertThat(lamp.warrantyMonths()).isEqualTo(24);
        assertThat(lamp.in("fr").title()).isEqualTo("Lampe de table en chêne");
        assertThat(lamp.in("de").title()).isEqualTo("Tischleuchte aus Eiche");
        assertThat(lamp.in("de").care()).isEqualTo("Dust with a dry, soft cloth.");
        assertThat(products.bySku("BULB-E27").orElseThrow().inStock()).isFalse();
    }

    @Test
    void streamsTwentyThousandOrdersWithoutHoldingThem() throws IOException {
        var file = new GeneratedExport();

        var report = imports.run(file, ImportMode.HISTORICAL);

        assertThat(report.found()).isEqualTo(MANY);
        assertThat(report.recorded()).isEqualTo(MANY);
        assertThat(report.errors()).isEmpty();
        assertThat(file.ordersReadBeforeFirstWasRecorded).isLessThan(500);
        assertThat(rows("orders")).isEqualTo(MANY);
    }

    /** Writes its rows only as they are read, and looks how far reading runs ahead of recording. */
    private class GeneratedExport extends InputStream {

        private byte[] chunk =
                "Name,Email,Created at,Currency,Total,Lineitem name,Lineitem quantity,Lineitem price,Id\n"
                        .getBytes(StandardCharsets.UTF_8);
        private int place;
        private int order;
        private int ordersReadBeforeFirstWasRecorded;

        @Override
        public int read() {
            if (place == chunk.length) {
                if (order == MANY) {
                    return -1;
                }
                if (order % 100 == 0 && order < 2000 && rows("orders") == 0) {
                    ordersReadBeforeFirstWasRecorded = order;
                }
                order++;
                chunk = "#%1$d,c%1$d@example.com,2026-01-14 11:23:45 +0100,EUR,9.00,Lamp,1,9.00,%1$d%n"
                        .formatted(order)
                        .getBytes(StandardCharsets.UTF_8);
                place = 0;
            }
            return chunk[place++] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            var count = 0;
            for (; count < length && count < 4096; count++) {
                var next = read();
                if (next < 0) {
                    return count == 0 ? -1 : count;
                }
                buffer[offset + count] = (byte) next;
            }
            return count;
        }
    }
}
