package dev.afterglow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.customer.PersonCommand;
import dev.afterglow.intake.ImportCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The commands of the whole application, which has no server then. */
@ExtendWith(OutputCaptureExtension.class)
class CommandTests {

    private static final String[] OPTIONS = {
        "--spring.profiles.active=test",
        "--spring.datasource.url=jdbc:h2:mem:commands;DB_CLOSE_DELAY=-1",
        "--afterglow.access.first-password-file=target/commands-admin-password"
    };

    @Test
    void importOrdersAndExportThePersonBehindThem(@TempDir Path folder, CapturedOutput output) throws IOException {
        var file = Files.writeString(
                folder.resolve("orders.csv"),
                "Name,Email,Created at,Currency,Total,Lineitem name,Lineitem quantity,Id\n"
                        + "#1001,zoe@example.org,2026-05-14 11:23:45 +0100,EUR,89.00,Oak table lamp,1,5001\n");

        assertThat(ImportCommand.run(this::started, with("import", file.toString())))
                .isZero();
        assertThat(PersonCommand.run(this::started, with("export", "zoe@example.org")))
                .isZero();

        assertThat(output.getOut()).contains("zoe@example.org", "1001");
    }

    private ConfigurableApplicationContext started(String... options) {
        return AfterglowApplication.withoutServer(AfterglowApplication.class, options);
    }

    private static String[] with(String... words) {
        return Stream.concat(Stream.of(words), Stream.of(OPTIONS)).toArray(String[]::new);
    }
}
