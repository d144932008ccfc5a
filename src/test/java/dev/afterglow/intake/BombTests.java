package dev.afterglow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies made to fill the memory or the time of whoever reads them: refused in words, and forgotten. */
@Timeout(120)
class BombTests extends IntakeTest {

    private static final int DEEP = 200_000;
    private static final long FLAT = 200L * 1024 * 1024;
    private static final long FIVE_GIGABYTES = 5L * 1024 * 1024 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "[", "{\"customer\":{\"a\":["})
    void depthIsRefusedEverywhere(String opening) {
        var body = opening.repeat(DEEP / opening.length());

        assertProblem(api("/api/orders", body), 400, "malformed-json", "The body");
        assertProblem(api("/api/orders/1/shipments", body), 400, "malformed-json", "The body");
        assertProblem(api("/api/orders/1/cancellation", body), 400, "malformed-json", "The body");
        // Signed by somebody we trust: kept to be looked at, never read.
        for (var answer : new String[] {
            shopify("orders/create", body).body(),
            woocommerce("order.created", body).body(),
            aftership(body).body()
        }) {
            assertThat(answer).contains("FAILED", "Cannot be read");
        }
        assertThat(rows("orders")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"total\":1e999999999}",
                "{\"total\":-1E+2147483647}",
                "{\"total\":1e-999999999,\"items\":[{\"qty\":1e999999999}]}",
                "{\"placedAt\":1e999999999,\"items\":[]}",
                "{\"total\":1e1111111111191}",
                "{\"items\":[{\"qty\":99999999999999999999999999999999}]}"
            })
    void numbersThatFillTheMemoryWhenWrittenOutAreRefused(String body) {
        assertThat(api("/api/orders", body).statusCode()).isIn(400, 422);
        assertThat(shopify("orders/create", body.replace("total", "total_price"))
                        .body())
                .contains("FAILED");
        assertThat(woocommerce("order.created", "{\"id\":1," + body.substring(1))
                        .statusCode())
                .isLessThan(500);
    }

    @Test
    void oneCallHasAtMostAThousandLinesAndShortTexts() {
        var many = "{\"orderNumber\":\"1\",\"items\":[" + "{},".repeat(1_500) + "{}]}";
        assertProblem(api("/api/orders", many), 422, "invalid-fields", "fields");
        assertProblem(
                api("/api/orders", "{\"orderNumber\":\"" + "x".repeat(30_000) + "\"}"), 400, "malformed-json", "20000");
        assertThat(api("/api/orders", "{\"" + "x".repeat(100_000) + "\":1}").statusCode())
                .isIn(400, 422);
    }

    @Test
    void packedBodiesAreNotUnpacked() throws IOException {
        var packed = gzip(new byte[50 * 1024 * 1024]);
        assertThat(packed.length).isLessThan(100_000);

        assertProblem(
                send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/orders"))
                        .header("Authorization", "Bearer key-two")
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(packed))),
                400,
                "malformed-json",
                "The body");
        assertProblem(
                send(csv("/api/imports/orders", packed).header("Content-Encoding", "gzip")),
                422,
                "file-unreadable",
                "file");
        assertProblem(send(csv("/api/imports/catalog", zip())), 422, "file-unreadable", "file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/orders", "/webhooks/shopify", "/webhooks/woocommerce", "/webhooks/aftership"})
    void aBodyWithoutEndIsReadUpToItsLimit(String path) throws Exception {
        var memory = new OldMemory();

        assertThat(statusOfEndless(path, "application/json", "{\"a\":\"", "x".repeat(8192)))
                .isIn(413, CUT_OFF);
        assertThat(memory.grown()).isLessThan(FLAT);
    }

    @Test
    void aFileWithoutEndIsReadUpToItsLimit() throws Exception {
        var header = "Name,Created at,Total,Lineitem name,Lineitem quantity,x\n";
        var memory = new OldMemory();

        assertThat(statusOfEndless(
                        "/api/imports/orders?mode=dry-run",
                        "text/csv",
                        header,
                        "1,2,3,4,5," + ("y".repeat(30_000) + ",").repeat(20) + "\n"))
                .isIn(413, CUT_OFF);
        assertThat(memory.grown()).isLessThan(FLAT);
        assertThat(rows("orders")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\"", ",", "\"a\"\"b"})
    void aLineWithoutEndIsGivenUp(String repeated) throws Exception {
        var memory = new OldMemory();

        assertThat(statusOfEndless("/api/imports/catalog", "text/csv", "", repeated.repeat(8192)))
                .isIn(200, 413, 422, CUT_OFF);
        assertThat(memory.grown()).isLessThan(FLAT);
        assertThat(rows("products")).isZero();
    }

    /** The server stopped listening before the client stopped talking. */
    private static final int CUT_OFF = -1;

    private int statusOfEndless(String path, String type, String beginning, String repeated) throws IOException {
        var call = (HttpURLConnection)
                URI.create("http://localhost:" + port + path).toURL().openConnection();
        call.setRequestMethod("POST");
        call.setRequestProperty("Authorization", "Bearer key-one");
        call.setRequestProperty("Content-Type", type);
        call.setReadTimeout((int) Duration.ofSeconds(60).toMillis());
        call.setChunkedStreamingMode(65536);
        call.setDoOutput(true);
        var chunk = repeated.getBytes(StandardCharsets.UTF_8);
        var sent = 0L;
        try (var body = call.getOutputStream()) {
            body.write(beginning.getBytes(StandardCharsets.UTF_8));
            for (; sent < FIVE_GIGABYTES; sent += chunk.length) {
                body.write(chunk);
            }
        } catch (IOException e) {
            assertThat(sent).as("bytes until the server hung up").isLessThan(FIVE_GIGABYTES / 10);
        }
        try {
            return call.getResponseCode();
        } catch (IOException e) {
            return CUT_OFF;
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(file)) {
            gzip.write(content);
        }
        return file.toByteArray();
    }

    private static byte[] zip() throws IOException {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            for (var name : new String[] {"sku", "../../title", "/etc/category"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(new byte[10 * 1024 * 1024]);
            }
        }
        return file.toByteArray();
    }

    /** What outlives a collection, or is too large for the young. */
    private static class OldMemory {

        private final MemoryPoolMXBean pool = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool ->
                        pool.getType() == MemoryType.HEAP && pool.getName().matches(".*(Old|Tenured).*"))
                .findFirst()
                .orElseThrow();
        private final long before;

        OldMemory() {
            System.gc();
            pool.resetPeakUsage();
            before = pool.getUsage().getUsed();
        }

        long grown() {
            return pool.getPeakUsage().getUsed() - before;
        }
    }
}
