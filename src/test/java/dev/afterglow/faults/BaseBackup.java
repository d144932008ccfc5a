package dev.afterglow.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A base backup of a running PostgreSQL by the calls that pg_basebackup makes itself: the embedded PostgreSQL brings
 * neither pg_basebackup nor pg_dump, and those of the machine are often older than it.
 */
public final class BaseBackup {

    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

    private BaseBackup() {}

    /** Copies the data directory while the database works. */
    public static Path take(DataSource database, Path target) throws SQLException, IOException {
        Files.createDirectory(
                target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            Path source;
            try (var row = statement.executeQuery("show data_directory")) {
                row.next();
                source = Path.of(row.getString(1));
            }
            statement.execute("select pg_backup_start('afterglow', true)");
            copy(source, target, source.resolve("pg_wal"));
            try (var row = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                row.next();
                Files.writeString(target.resolve("backup_label"), row.getString(1));
            }
            copy(source.resolve("pg_wal"), target.resolve("pg_wal"), null);
        }
        return target;
    }

    /** Starts a database on the backup; it recovers by itself. */
    public static EmbeddedPostgres restore(Path backup) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(backup)
                .setCleanDataDirectory(false)
                .start();
    }

    private static void copy(Path source, Path target, Path without) throws IOException {
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                var copy = target.resolve(source.relativize(folder).toString());
                if (!Files.exists(copy)) {
                    Files.createDirectory(copy);
                }
                return folder.equals(without) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!LEFT_OUT.contains(file.getFileName().toString())) {
                    try {
                        Files.copy(file, target.resolve(source.relativize(file).toString()));
                    } catch (NoSuchFileException e) {
                        // A running database removes files; recovery knows.
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
