package dev.afterglow.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Everything that reads what strangers write, fed with what nobody thought of: the same thousands of inputs in each build,
 * minutes of a fuzzer each with {@code mvn verify -Pfaults} ({@code -Dfuzz.seconds}). What was found once lies in {@code
 * src/test/resources/fuzz} and is read in every build.
 */
class FuzzTests {

    private static final int MUTATIONS_EACH = 4_000;
    private static final int SECONDS_EACH = Integer.getInteger("fuzz.seconds", 180);
    private static final Path WORK = Path.of("target/fuzz");

    @ParameterizedTest
    @EnumSource
    void readsOrRefusesWhatIsKnown(Parser parser) throws Exception {
        for (var input : known(parser)) {
            parser.read(input);
        }
        parser.read(new byte[0]);
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void readsOrRefusesThousandsOfMutations(Parser parser) {
        var mutations = new Mutations(known(parser));
        for (var i = 0; i < MUTATIONS_EACH; i++) {
            var input = mutations.next();
            assertThatCode(() -> parser.read(input))
                    .as(
                            "mutation %s; put it, fixed, into %s:%n%s",
                            i, findings(parser), HexFormat.of().formatHex(input))
                    .doesNotThrowAnyException();
        }
    }

    @Tag("faults")
    @Tag("long")
    @ParameterizedTest
    @EnumSource
    void readsOrRefusesWhateverComesWithinMinutes(Parser parser) throws Exception {
        var seeds = directory("seeds-of-" + parser);
        write(seeds, known(parser));

        fuzz(parser, seeds);
    }

    /** In a process of its own: the fuzzer rewrites classes as they are loaded. */
    private static void fuzz(Parser parser, Path seeds) throws Exception {
        var log = WORK.resolve(parser + ".log");
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                // The second compiler takes gigabytes for methods full of counters.
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Duser.timezone=UTC",
                "-Dfuzz.parser=" + parser.name(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=dev.afterglow.fuzz.FuzzTarget",
                "--instrumentation_includes=dev.afterglow.**:de.siegmar.fastcsv.**",
                "--custom_hook_includes=dev.afterglow.**:de.siegmar.fastcsv.**:jakarta.mail.**",
                "--keep_going=20",
                "--reproducer_path=" + WORK,
                "-artifact_prefix=" + WORK + "/",
                "-timeout=25",
                "-max_len=20000",
                "-max_total_time=" + SECONDS_EACH,
                directory("corpus-of-" + parser).toString(),
                seeds.toString());
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var ended = process.waitFor(SECONDS_EACH + 300L, TimeUnit.SECONDS);
        process.destroyForcibly();

        var said = Files.readString(log, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(ended).as("the fuzzer ended by itself; see %s", log).isTrue();
        assertThat(said.lines()
                        .filter(line -> line.startsWith("== Java Exception") || line.contains("libFuzzer: "))
                        .toList())
                .as("findings; the inputs are named in %s. Put a fixed one into %s", log, findings(parser))
                .isEmpty();
        assertThat(process.exitValue()).as("see %s", log).isZero();
        assertThat(said).containsPattern("Done \\d{3,} runs");
        said.lines().filter(line -> line.startsWith("Done ")).forEach(line -> System.out.println(parser + ": " + line));
    }

    private static List<byte[]> known(Parser parser) {
        var known = new ArrayList<>(parser.seeds());
        var found = findings(parser);
        if (Files.exists(found)) {
            try (var files = Files.list(found)) {
                for (var file : files.sorted().toList()) {
                    known.add(Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return known;
    }

    private static Path findings(Parser parser) {
        return Path.of("src/test/resources/fuzz", parser.name().toLowerCase(Locale.ROOT));
    }

    private static void write(Path directory, List<byte[]> inputs) throws IOException {
        for (var i = 0; i < inputs.size(); i++) {
            Files.write(directory.resolve("seed-" + i), inputs.get(i));
        }
    }

    private static Path directory(String name) throws IOException {
        return Files.createDirectories(WORK.resolve(name));
    }
}
