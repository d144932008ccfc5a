package dev.afterglow.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Something that keeps orders waiting and does a step with each when it is due, in a JVM of its own. */
public interface Subject {

    /** Where a subject opens the H2 in its memory to the benchmark; absent elsewhere. */
    String H2_PORT = "benchmark.h2.port";

    /** Takes in that many orders. */
    void start(int orders);

    /** Gets ready for their next step, unmeasured. */
    default void settle() {}

    /** Does the next step of that many orders. */
    void fire(int orders);

    /** Makes that many customers ask for somebody. */
    default void ask(int customers) {
        throw new UnsupportedOperationException();
    }

    /** Lets its own threads do the next step of that many orders. */
    default void drain(int orders) {
        throw new UnsupportedOperationException();
    }

    /** The pool every subject but the product uses; what passes through it is counted. */
    static DataSource pool(String url) {
        var pool = new HikariDataSource();
        pool.setDriverClassName(CountingDriver.class.getName());
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(8);
        return pool;
    }

    /** Answers the benchmark's commands until it closes the pipe: statements, nanoseconds of CPU and of time. */
    static void serve(Subject subject) {
        open(System.getProperty(H2_PORT));
        System.out.println("@ready");
        try (var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = commands.readLine(); line != null; line = commands.readLine()) {
                var words = line.split(" ");
                var statements = Statements.count();
                var used = Cpu.used();
                var began = System.nanoTime();
                obey(subject, words);
                System.out.printf(
                        "@%d %d %d%n", Statements.count() - statements, Cpu.used() - used, System.nanoTime() - began);
            }
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private static void open(String port) {
        try {
            if (port != null) {
                org.h2.tools.Server.createTcpServer("-tcpPort", port, "-tcpDaemon")
                        .start();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void obey(Subject subject, String[] words) {
        switch (words[0]) {
            case "start" -> subject.start(Integer.parseInt(words[1]));
            case "settle" -> subject.settle();
            case "drain" -> subject.drain(Integer.parseInt(words[1]));
            case "ask" -> subject.ask(Integer.parseInt(words[1]));
            case "fire" -> subject.fire(Integer.parseInt(words[1]));
            default -> throw new IllegalArgumentException(words[0]);
        }
    }
}
