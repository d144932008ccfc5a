package dev.afterglow.benchmark;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One subject with its database. */
record Peer(String name, Child child, Database database) implements AutoCloseable {

    private static final Path SOURCES = Path.of("src/test/benchmark");
    private static final Path TARGET = Path.of("target/benchmark");
    private static final String OWN_CLASSPATH = System.getProperty("java.class.path");

    /** The product, on a new database; its pages are at a port. */
    static Peer afterglow(Server server, NullMailServer mail, int port) throws IOException {
        var place = server.create("afterglow");
        return node("afterglow", place, mail, "--server.port=" + port);
    }

    /** The product, as one of the nodes of a database. */
    static Peer node(String name, Server.Place place, NullMailServer mail, String... settings) throws IOException {
        var command = new ArrayList<>(
                List.of(AfterglowSubject.class.getName(), place.url(), place.user(), Integer.toString(mail.port())));
        command.addAll(List.of(settings));
        return new Peer(name, new Child(name, OWN_CLASSPATH, place.options(), command), place.database());
    }

    /** Camunda with the product's settings, for the engine's part alone. */
    static Peer engine(Server server) throws IOException {
        return launched(server, "afterglow-engine", OWN_CLASSPATH, CamundaSubject.class.getName(), "tuned");
    }

    /** Camunda out of the box. */
    static Peer camunda(Server server) throws IOException {
        return launched(server, "camunda", OWN_CLASSPATH, CamundaSubject.class.getName(), "stock");
    }

    /** The limit. */
    static Peer bespoke(Server server) throws IOException {
        return launched(server, "bespoke", OWN_CLASSPATH, BespokeSubject.class.getName());
    }

    static Peer flowable(Server server) throws IOException {
        return launched(
                server,
                "flowable",
                classpath("flowable"),
                SOURCES.resolve("FlowableSubject.java").toString());
    }

    /** Operaton is Camunda's fork: the same lines, in its own packages. */
    static Peer operaton(Server server) throws IOException {
        var renamed = Files.readString(Path.of("src/test/java/dev/afterglow/benchmark/CamundaSubject.java"))
                .replace("org.camunda.bpm", "org.operaton.bpm")
                .replace("CamundaSubject", "OperatonSubject");
        var source = Files.writeString(Files.createDirectories(TARGET).resolve("OperatonSubject.java"), renamed);
        return launched(server, "operaton", classpath("operaton"), source.toString(), "stock");
    }

    private static Peer launched(Server server, String name, String classpath, String main, String... more)
            throws IOException {
        var place = server.create(name.replace('-', '_'));
        var command = new ArrayList<>(List.of(main, place.url()));
        command.addAll(List.of(more));
        return new Peer(name, new Child(name, classpath, place.options(), command), place.database());
    }

    /** A peer's own libraries, resolved by Maven now, with the drivers and the few classes of ours it needs. */
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
                File.pathSeparator,
                Files.readString(file).strip(),
                home(Peer.class),
                home(com.zaxxer.hikari.HikariDataSource.class),
                home(org.postgresql.Driver.class),
                home(org.h2.Driver.class),
                home(org.slf4j.Logger.class));
    }

    private static String home(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    @Override
    public void close() throws IOException {
        child.close();
    }
}
