package dev.afterglow.supply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.afterglow.supply.BillOfMaterials.Library;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is in the jar, and under which terms: nothing enters or changes without a line somebody read. */
class LicenceTests {

    private static final Path LIST = Path.of("src/docs/bill-of-materials.txt");
    private static final ObjectMapper YAML = JsonMapper.builder(new YAMLFactory())
            .addModule(new JavaTimeModule())
            .build();

    private record Licences(Set<String> allowed, List<Exceptional> exceptions, List<Inside> inside) {}

    private record Exceptional(Set<String> libraries, String licence, LocalDate until, String why) {

        boolean covers(Library library) {
            return libraries.contains(library.name()) && library.licences().equals(List.of(licence));
        }
    }

    private record Inside(String library, String entry, String says, LocalDate until, String why) {}

    private final Licences licences =
            YAML.readValue(Path.of("src/docs/licences.yaml").toFile(), Licences.class);
    private final BillOfMaterials bill = BillOfMaterials.read();

    LicenceTests() throws IOException {}

    @Test
    void everyLibraryComesUnderALicenceOfTheList() {
        assertThat(bill.libraries()).hasSizeGreaterThan(100);
        assertThat(bill.libraries().stream()
                        .filter(library -> library.licences().stream().noneMatch(licences.allowed()::contains))
                        .filter(library ->
                                licences.exceptions().stream().noneMatch(exception -> exception.covers(library))))
                .as("libraries under a licence that src/docs/licences.yaml does not allow")
                .isEmpty();
    }

    @Test
    void noExceptionIsStale() {
        var today = LocalDate.now(Clock.systemUTC());
        for (var exception : licences.exceptions()) {
            assertThat(exception.libraries())
                    .allMatch(name -> exception.covers(bill.library(name)), "still offers only " + exception.licence());
            assertThat(exception.until()).as(exception.why()).isAfter(today);
        }
        assertThat(licences.inside())
                .allSatisfy(
                        inside -> assertThat(inside.until()).as(inside.why()).isAfter(today));
    }

    @Test
    void whatTheBillCannotSeeIsStillThere() throws IOException {
        for (var inside : licences.inside()) {
            try (var jar = new JarFile(jarOf(inside.library()))) {
                var entry = jar.getEntry(inside.entry());
                assertThat(entry).as(inside.entry() + " in " + inside.library()).isNotNull();
                if (inside.says() != null) {
                    assertThat(new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8))
                            .contains(inside.says());
                }
            }
        }
    }

    @Test
    void everyChangeOfALibraryIsALineInTheListForReview() throws IOException {
        var now = bill.libraries().stream().map(Library::toString).collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(Path.of("target", LIST.getFileName().toString()), now);

        assertThat(now.lines())
                .as(
                        "libraries, versions and licences; read each changed line, look for its holes, then copy"
                                + " target/%s to %s",
                        LIST.getFileName(), LIST)
                .containsExactlyElementsOf(Files.readAllLines(LIST));
    }

    private String jarOf(String library) {
        var file = library.substring(library.indexOf(':') + 1) + "-"
                + bill.library(library).version() + ".jar";
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(path -> path.endsWith(File.separator + file))
                .findAny()
                .orElseThrow(() -> new AssertionError(file + " is not on the class path"));
    }
}
