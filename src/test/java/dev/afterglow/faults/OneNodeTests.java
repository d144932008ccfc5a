package dev.afterglow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.ScriptedMailServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Hypothesis: an H2 file loses no acknowledged order when its process dies, every touchpoint that was due is sent, a
 * mail comes twice only when the node died between the mail server's answer and the ledger's commit, and a backup of the
 * living database holds all of it. Fault: SIGKILL at random moments while mails leave. Figure: 10,000 orders, 50 kills,
 * 0 lost, at most threads × kills duplicates.
 */
@Tag("faults")
class OneNodeTests {

    @Test
    void losesNothingOnAnH2File(@TempDir Path folder) throws Exception {
        var url = "jdbc:h2:file:" + folder.resolve("afterglow") + ";WRITE_DELAY=0";
        try (var mails = new ScriptedMailServer().slow(Killing.ANSWER).keepingReceiptsOnly()) {
            var node = new Node(
                    "h2",
                    url,
                    "sa",
                    mails.port(),
                    "--afterglow.backup.folder=" + folder.resolve("backups"),
                    "--afterglow.backup.cron=" + (Scale.FULL ? "0 * * * * *" : "*/5 * * * * *"));
            var shop = new Shop(List.of(node));
            var killing = new Killing(List.of(node), shop, mails);
            try {
                node.start().ready();
                killing.run("H-");
                killing.untilEverythingIsWrittenDown();
                untilTheNextBackup(folder.resolve("backups"));
            } finally {
                node.kill();
            }
            killing.check("1 node on H2", invariants(url, mails));
            assertThat(shop.acknowledged()).hasSize(Killing.ORDERS);

            unzip(newest(folder.resolve("backups")), folder.resolve("restored"));
            killing.check(
                    "1 node on H2, restored from a live backup",
                    invariants("jdbc:h2:file:" + folder.resolve("restored/afterglow"), mails));
        }
    }

    private static Invariants invariants(String url, ScriptedMailServer mails) {
        return new Invariants(new DriverManagerDataSource(url, "sa", ""), mails, order -> Shop.DUE);
    }

    /** One that began after the last answer was written down, and is whole. */
    private static void untilTheNextBackup(Path backups) throws Exception {
        var before = newest(backups);
        while (newest(backups).equals(before)) {
            Thread.sleep(200);
        }
        var backup = newest(backups);
        for (var size = -1L; size != Files.size(backup); Thread.sleep(1_500)) {
            size = Files.size(backup);
        }
    }

    private static Path newest(Path backups) throws IOException {
        try (var files = Files.list(backups)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private static void unzip(Path zip, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Files.copy(in, folder.resolve(entry.getName()));
            }
        }
    }
}
