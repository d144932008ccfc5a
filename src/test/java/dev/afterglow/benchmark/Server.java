package dev.afterglow.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database server of the benchmark, which gives every subject a database of its own. */
interface Server extends AutoCloseable {

    /** A new database: where, as whom, and how it looks from outside. */
    Place create(String name);

    @Override
    void close() throws IOException;

    /** The address of a database; it says the user, too. */
    record Place(String url, String user, Database database) {}

    /** PostgreSQL 17, set so that two runs write the same: no page images after a checkpoint, no vacuum in between. */
    static Server postgres() throws IOException {
        var server = EmbeddedPostgres.builder()
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("autovacuum", "off")
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
                return new Place(url, "postgres", new PostgresDatabase(url));
            }

            @Override
            public void close() throws IOException {
                server.close();
            }
        };
    }

    /** H2 in memory, reached over TCP like a server, so that its work is counted apart from the subject's. */
    static Server h2() throws IOException {
        try {
            var server = org.h2.tools.Server.createTcpServer("-tcpPort", "0", "-ifNotExists")
                    .start();
            return new Server() {
                @Override
                public Place create(String name) {
                    var url = "jdbc:h2:tcp://localhost:" + server.getPort() + "/mem:" + name
                            + ";USER=sa;PASSWORD=;DB_CLOSE_DELAY=-1";
                    return new Place(url, "sa", new H2Database(url));
                }

                @Override
                public void close() {
                    server.stop();
                }
            };
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
