package dev.afterglow.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database server of the benchmark, which gives every subject a database of its own. */
interface Server extends AutoCloseable {

    /** A new database: where, as whom, and how it looks from outside. */
    Place create(String name) throws IOException;

    @Override
    void close() throws IOException;

    /** The address of a database, its user, and what the virtual machine of its subject is told. */
    record Place(String url, String user, Database database, List<String> options) {}

    /**
     * PostgreSQL 17, told as in {@code docker/compose.yaml} that its disk has no heads, and set so that two runs write the
     * same: no page images after a checkpoint, no vacuum in between; without helpers that come and go, whose CPU nobody
     * would see.
     */
    static Server postgres() throws IOException {
        var server = EmbeddedPostgres.builder()
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("autovacuum", "off")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("max_parallel_workers_per_gather", "0")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "512MB")
                .start();
        return new Server() {
            @Override
            public Place create(String name) {
                JdbcClient.create(server.getPostgresDatabase())
                        .sql("create database " + name)
                        .update();
                var url = server.getJdbcUrl("postgres", name);
                return new Place(url, "postgres", new PostgresDatabase(url), List.of());
            }

            @Override
            public void close() throws IOException {
                server.close();
            }
        };
    }

    /** H2 in memory, in the subject's own process as it is used, and open to the benchmark by a port. */
    static Server h2() {
        return new Server() {
            @Override
            public Place create(String name) throws IOException {
                try (var socket = new ServerSocket(0)) {
                    var port = socket.getLocalPort();
                    return new Place(
                            "jdbc:h2:mem:" + name + ";USER=sa;PASSWORD=;DB_CLOSE_DELAY=-1",
                            "sa",
                            new H2Database("jdbc:h2:tcp://localhost:" + port + "/mem:" + name),
                            List.of("-D" + Subject.H2_PORT + "=" + port));
                }
            }

            @Override
            public void close() {
                // gone with the subjects
            }
        };
    }
}
