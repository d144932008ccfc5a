package dev.afterglow.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL that can be stopped dead and started again. */
class Postgres implements AutoCloseable {

    private final Path folder;
    private final EmbeddedPostgres embedded;
    private final List<Process> restarted = new ArrayList<>();
    private String binary = "postgres";

    Postgres(Path folder) throws IOException {
        this.folder = folder;
        this.embedded = EmbeddedPostgres.builder()
                .setDataDirectory(data())
                // For tests it is off by default: then what was acknowledged last may be lost.
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    String url() {
        return embedded.getJdbcUrl("postgres", "postgres");
    }

    DataSource database() {
        return new DriverManagerDataSource(url(), "postgres", "");
    }

    /** What {@code pg_ctl -m immediate stop} does: SIGQUIT to the postmaster. */
    void stopDead() throws IOException, InterruptedException {
        var pid = Files.readAllLines(pidFile()).get(0).strip();
        var postmaster = ProcessHandle.of(Long.parseLong(pid));
        // Where the binaries were unpacked depends on what else this JVM has started; the process itself knows.
        binary = postmaster.flatMap(process -> process.info().command()).orElse(binary);
        new ProcessBuilder("kill", "-QUIT", pid).start().waitFor();
        while (postmaster.isPresent() && postmaster.get().isAlive()) {
            Thread.sleep(50);
        }
    }

    void startAgain() throws IOException {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to run as root.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(binary, "-D", data().toString(), "-p", "" + embedded.getPort()));
        restarted.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/faults/postgres.log")))
                .start());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (!restarted.isEmpty() && Files.exists(pidFile())) {
            stopDead();
        }
        restarted.forEach(Process::destroy);
        embedded.close();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path pidFile() {
        return data().resolve("postmaster.pid");
    }
}
