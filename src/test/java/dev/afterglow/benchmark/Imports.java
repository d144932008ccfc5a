package dev.afterglow.benchmark;

import dev.afterglow.AfterglowApplication;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Reads a large export of orders with the product's command, in as little memory as a small one. */
final class Imports {

    private static final String HEAP = "-Xmx224m";
    private static final Path FOLDER = Path.of("target/benchmark");

    private final Server server;
    private final Figures figures;

    Imports(Server server, Figures figures) {
        this.server = server;
        this.figures = figures;
    }

    /** @throws IllegalStateException when it did not read every order */
    void measure(int orders) throws IOException {
        var place = server.create("imports");
        var file = export(orders);
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-Duser.timezone=UTC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AfterglowApplication.class.getName(),
                        "import",
                        file.toString(),
                        "--spring.profiles.active=test",
                        "--spring.datasource.url=" + place.url(),
                        "--spring.datasource.username=" + place.user(),
                        "--afterglow.access.first-password-file=" + FOLDER.resolve("first-admin-password"))
                .redirectErrorStream(true)
                .redirectOutput(new File(FOLDER.resolve("import.log").toString()))
                .start();
        var began = System.nanoTime();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("Not every order was read; see target/benchmark/import.log");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        var key = new Figures.Key("afterglow", place.database().name(), "import_ms", orders);
        figures.add(key, (System.nanoTime() - began) / 1e6 / orders);
    }

    private static Path export(int orders) throws IOException {
        var file = Files.createDirectories(FOLDER).resolve("orders.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write(
                    "Name,Email,Created at,Currency,Total,Lineitem name,Lineitem quantity,Lineitem price,Lineitem sku,"
                            + "Shipping Name,Shipping City,Shipping Country,Id\n");
            for (var order = 1; order <= orders; order++) {
                out.write(String.format(
                        Locale.ROOT,
                        "#%1$d,buyer%1$d@example.org,2026-05-14 11:23:45 +0100,EUR,89.00,Oak table lamp,1,89.00,LAMP-OAK,"
                                + "Anna Ami,Lyon,FR,%1$d%n",
                        order));
            }
        }
        return file;
    }
}
