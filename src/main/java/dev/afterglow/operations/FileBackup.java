package dev.afterglow.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Backs an H2 database up while it is open: only the process that has the file open can. */
@Component
@ConditionalOnProperty("afterglow.backup.folder")
class FileBackup {

    private static final Logger log = LoggerFactory.getLogger(FileBackup.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Path folder;

    FileBackup(
            JdbcTemplate jdbc,
            Clock clock,
            @Value("${spring.datasource.url}") String url,
            @Value("${afterglow.backup.folder}") Path folder) {
        if (!url.startsWith("jdbc:h2:file:")) {
            throw new IllegalStateException(
                    "afterglow.backup.folder is for H2 only; back PostgreSQL up with pg_basebackup or pg_dump, see"
                            + " src/docs/operations.md");
        }
        this.jdbc = jdbc;
        this.clock = clock;
        this.folder = folder;
    }

    @Scheduled(cron = "${afterglow.backup.cron:0 0 2 * * *}", zone = "UTC")
    void backUp() throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve("afterglow-" + STAMP.format(clock.instant()) + ".zip");
        jdbc.update("backup to ?", file.toAbsolutePath().toString());
        log.info("The database is backed up to {}", file);
    }
}
