package dev.afterglow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.AfterglowApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;

class ImportCommandTests {

    private static final String DATABASE = "jdbc:h2:mem:command;DB_CLOSE_DELAY=-1";

    @TempDir
    Path folder;

    static class Application extends IntakeAlone {

        @Bean
        Clock systemClock() {
            return Clock.systemUTC();
        }
    }

    @Test
    void importsFilesWithoutAServerAndTellsByItsExitCode() throws IOException, SQLException {
        assertThat(run(file("orders-export.csv"), "--mode=historical")).isEqualTo(1);
        assertThat(run(file("catalog.csv"), "--catalog")).isEqualTo(1);

        assertThat(count("orders")).isEqualTo(4);
        assertThat(count("products")).isEqualTo(2);
    }

    @Test
    void saysHowItIsUsedWithoutTouchingADatabase() throws IOException {
        assertThat(run(folder.resolve("missing.csv"))).isEqualTo(2);
        assertThat(run(file("catalog.csv"), "--mode=now")).isEqualTo(2);
        assertThat(run("import", "--help")).isZero();
        assertThat(ImportCommand.isMeant("import", "x.csv")).isTrue();
        assertThat(ImportCommand.isMeant("--server.port=1")).isFalse();
    }

    private static int run(String... args) {
        return ImportCommand.run(options -> AfterglowApplication.withoutServer(Application.class, options), args);
    }

    private static int run(Path file, String... options) {
        var args = new java.util.ArrayList<String>();
        args.add("import");
        args.add(file.toString());
        args.addAll(java.util.List.of(options));
        args.add("--spring.datasource.url=" + DATABASE);
        args.add("--camunda.bpm.enabled=false");
        for (var key : new String[] {"name", "support-email", "postal-address"}) {
            args.add("--afterglow.shop." + key + "=x");
        }
        args.add("--afterglow.shop.url=https://x.example");
        args.add("--afterglow.shop.public-url=https://x.example");
        return run(args.toArray(String[]::new));
    }

    private Path file(String name) throws IOException {
        return Files.writeString(folder.resolve(name), IntakeTest.fixture("files/" + name), StandardCharsets.UTF_8);
    }

    private static long count(String table) throws SQLException {
        try (var connection = DriverManager.getConnection(DATABASE, "sa", "");
                var rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
