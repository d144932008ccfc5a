package dev.afterglow.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Everything that reads what strangers write, fed with what nobody thought of: the same few thousand inputs in each build,
 * minutes of new ones each with {@code mvn verify -Pfaults} ({@code -Dfuzz.seconds}). What was found once lies in {@code
 * src/test/resources/fuzz} and is read in every build.
 */
class FuzzTests {

    private static final int RUNS_FOR_ALL = 15_000;
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

    @Test
    void readsOrRefusesThousandsOfInputs() throws Exception {
        var seeds = directory("seeds-of-all");
        for (var parser : Parser.values()) {
            write(
                    seeds,
                    known(parser).stream()
                            .map(input -> FuzzedParser.joined((byte) parser.ordinal(), input))
                            .toList(),
                    parser);
        }

        fuzz("all", seeds, List.of(), "-seed=1", "-runs=" + RUNS_FOR_ALL);
    }

    @Tag("faults")
    @Tag("long")
    @ParameterizedTest
    @EnumSource
    void readsOrRefusesWhateverComesWithinMinutes(Parser parser) throws Exception {
        var seeds = directory("seeds-of-" + parser);
        write(seeds, known(parser), parser);

        fuzz(parser.name(), seeds, List.of("-Dfuzz.parser=" + parser.name()), "-max_total_time=" + SECONDS_EACH);
    }

    /** In a process of its own: the fuzzer rewrites classes as they are loaded. */
    private static void fuzz(String name, Path seeds, List<String> properties, String... limits) throws Exception {
        var log = WORK.resolve(name + ".log");
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                // The second compiler takes gigabytes for methods full of counters.
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Duser.timezone=UTC"));
        command.addAll(properties);
        command.addAll(List.of(
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
                "-max_len=20000"));
        command.addAll(List.of(limits));
        command.addAll(List.of(directory("corpus-of-" + name).toString(), seeds.toString()));
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
                .as("findings; the inputs are named in %s. Put a fixed one into %s", log, findings(name))
                .isEmpty();
        assertThat(process.exitValue()).as("see %s", log).isZero();
        assertThat(said).containsPattern("Done \\d{3,} runs");
        said.lines().filter(line -> line.startsWith("Done ")).forEach(line -> System.out.println(name + ": " + line));
    }

    private static List<byte[]> known(Parser parser) throws IOException {
        var known = new ArrayList<>(parser.seeds());
        var found = findings(parser.name());
        if (Files.exists(found)) {
            try (var files = Files.list(found)) {
                for (var file : files.sorted().toList()) {
                    known.add(Files.readAllBytes(file));
                }
            }
        }
        return known;
    }

    private static Path findings(String name) {
        return Path.of("src/test/resources/fuzz", name.toLowerCase(Locale.ROOT));
    }

    private static void write(Path directory, List<byte[]> inputs, Parser parser) throws IOException {
        for (var i = 0; i < inputs.size(); i++) {
            Files.write(directory.resolve(parser + "-" + i), inputs.get(i));
        }
    }

    private static Path directory(String name) throws IOException {
        return Files.createDirectories(WORK.resolve(name));
    }
}
