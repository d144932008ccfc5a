package dev.afterglow.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A backup of an H2 file while it is written to; the fault suite restores a whole shop from one. */
class FileBackupTests {

    private static final String HALF =
            "insert into intake_sources (source, listening_since) values (?, current_timestamp)";
    private static final String OTHER_HALF =
            "insert into sending_nodes (node, share, lease_until) values (?, 0, current_timestamp)";

    @Test
    void restoresWholeTransactionsOnly(@TempDir Path folder) throws Exception {
        var database = database(folder.resolve("afterglow"));
        Flyway.configure().dataSource(database).load().migrate();
        var jdbc = new JdbcTemplate(database);
        for (var number = 0; number < 50; number++) {
            write(database, jdbc, "before" + number);
        }
        var over = new AtomicBoolean();
        var writer = new Thread(() -> {
            for (var number = 0; !over.get(); number++) {
                write(database, jdbc, "during" + number);
            }
        });
        writer.start();
        try {
            new FileBackup(jdbc, Clock.systemUTC(), url(folder.resolve("afterglow")), folder.resolve("backups"))
                    .backUp();
        } finally {
            over.set(true);
            writer.join();
        }
        write(database, jdbc, "after");

        unzip(folder.resolve("backups"), folder.resolve("restored"));

        var restored = new JdbcTemplate(database(folder.resolve("restored").resolve("afterglow")));
        var halves = restored.queryForList("select source from intake_sources", String.class);
        assertThat(halves).contains("before0", "before49").doesNotContain("after");
        assertThat(restored.queryForList("select node from sending_nodes where node <> 'lock'", String.class))
                .containsExactlyInAnyOrderElementsOf(halves);
    }

    @Test
    void isNotForPostgres(@TempDir Path folder) {
        assertThatThrownBy(() ->
                        new FileBackup(new JdbcTemplate(), Clock.systemUTC(), "jdbc:postgresql://db/afterglow", folder))
                .hasMessageContaining("pg_basebackup or pg_dump");
    }

    private static void write(DataSource database, JdbcTemplate jdbc, String name) {
        new TransactionTemplate(new DataSourceTransactionManager(database)).executeWithoutResult(status -> {
            jdbc.update(HALF, name);
            jdbc.update(OTHER_HALF, name);
        });
    }

    private static DataSource database(Path file) {
        return new DriverManagerDataSource(url(file), "sa", "");
    }

    private static String url(Path file) {
        return "jdbc:h2:file:" + file + ";WRITE_DELAY=0;DB_CLOSE_DELAY=5";
    }

    private static void unzip(Path backups, Path target) throws IOException {
        Files.createDirectories(target);
        Path zip;
        try (var files = Files.list(backups)) {
            zip = files.findFirst().orElseThrow();
        }
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Files.copy(in, target.resolve(entry.getName()));
            }
        }
    }
}
