package dev.afterglow.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One subject with its database. */
record Peer(String name, Child child, Database database) implements AutoCloseable {

    private static final Path SOURCES = Path.of("src/test/benchmark");
    private static final Path TARGET = Path.of("target/benchmark");

    /** One of the classes of this project. */
    static Peer of(EmbeddedPostgres server, String name, Class<?> subject, String... more) throws IOException {
        return launched(server, name, System.getProperty("java.class.path"), subject.getName(), more);
    }

    /** A source file that compiles against a peer's own libraries only, resolved by Maven now. */
    static Peer foreign(EmbeddedPostgres server, String name, Path source) throws IOException {
        return launched(server, name, classpath(name), source.toString());
    }

    static Peer flowable(EmbeddedPostgres server) throws IOException {
        return foreign(server, "flowable", SOURCES.resolve("FlowableSubject.java"));
    }

    /** Operaton is Camunda's fork: the same lines, in its own packages. */
    static Peer operaton(EmbeddedPostgres server) throws IOException {
        var renamed = Files.readString(Path.of("src/test/java/dev/afterglow/benchmark/CamundaSubject.java"))
                .replace("org.camunda.bpm", "org.operaton.bpm")
                .replace("CamundaSubject", "OperatonSubject");
        var source = Files.writeString(Files.createDirectories(TARGET).resolve("OperatonSubject.java"), renamed);
        return launched(server, "operaton", classpath("operaton"), source.toString(), "stock");
    }

    private static Peer launched(EmbeddedPostgres server, String name, String classpath, String main, String... more)
            throws IOException {
        var database = name.replace('-', '_');
        JdbcClient.create(server.getPostgresDatabase())
                .sql("create database " + database)
                .update();
        var url = server.getJdbcUrl("postgres", database);
        var command = new java.util.ArrayList<>(List.of(main, url));
        command.addAll(List.of(more));
        return new Peer(name, new Child(name, classpath, command), new Database(url));
    }

    private static String classpath(String peer) throws IOException {
        var file = TARGET.resolve(peer + ".classpath").toAbsolutePath();
        var maven = Path.of(System.getProperty("maven.home", ""), "bin", "mvn");
        var process = new ProcessBuilder(
                        Files.exists(maven) ? maven.toString() : "mvn",
                        "-q",
                        "-B",
                        "-f",
                        SOURCES.resolve(peer + ".xml").toString(),
                        "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath",
                        "-Dmdep.outputFile=" + file)
                .inheritIO()
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("The libraries of " + peer + " could not be resolved");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return String.join(
                java.io.File.pathSeparator,
                Files.readString(file).strip(),
                home(Peer.class),
                home(com.zaxxer.hikari.HikariDataSource.class),
                home(org.postgresql.Driver.class),
                home(org.slf4j.Logger.class));
    }

    private static String home(Class<?> type) {
        return Path.of(java.net.URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    @Override
    public void close() throws IOException {
        child.close();
    }
}
