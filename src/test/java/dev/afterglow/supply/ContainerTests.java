package dev.afterglow.supply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the image promises, read from its recipe: there is no container runtime where the tests run. */
class ContainerTests {

    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|key).*");

    private final List<String> recipe = recipe();
    private final List<String> image = recipe.subList(lastStage(), recipe.size());
    private final JsonNode compose = new ObjectMapper(new YAMLFactory())
            .readTree(Path.of("docker/compose.yaml").toFile());

    ContainerTests() throws IOException {}

    @Test
    void theImageHasNoShellAndRunsNothingWhileItIsMade() {
        assertThat(image.get(0)).startsWith("FROM gcr.io/distroless/java17").endsWith(":nonroot");
        assertThat(image).noneMatch(line -> line.startsWith("RUN ") || line.startsWith("SHELL "));
        assertThat(image.stream().filter(line -> line.startsWith("COPY ")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("COPY --from=build "));
        assertThat(image.get(image.size() - 1))
                .startsWith("ENTRYPOINT [\"java\", ")
                .endsWith("]");
    }

    @Test
    void itRunsAsNobodyOfTheHostAndOwnsNothingButItsState() {
        assertThat(image).filteredOn(line -> line.startsWith("USER ")).containsExactly("USER 10001:10001");
        assertThat(image)
                .filteredOn(line -> line.contains("--chown"))
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .isEqualTo("COPY --from=build --chown=10001:10001 /state /state");
    }

    @Test
    void noSecretIsBakedIn() {
        assertThat(recipe)
                .filteredOn(line -> line.startsWith("ENV ") || line.startsWith("ARG "))
                .containsExactly("ENV SPRING_PROFILES_ACTIVE=prod");
        assertThat(compose.findParents("environment"))
                .isNotEmpty()
                .allSatisfy(service -> service.path("environment").fields().forEachRemaining(entry -> {
                    if (SECRET.matcher(entry.getKey()).matches()) {
                        assertThat(entry.getValue().asText()).matches("\\$\\{[A-Z_]+:\\?.*}|/.*|[A-Z_]+");
                    }
                }));
    }

    @Test
    void onlyWhatItIsBuiltFromReachesTheBuilder() throws IOException {
        var copied = recipe.subList(0, lastStage()).stream()
                .filter(line -> line.startsWith("COPY "))
                .map(line -> line.split(" ")[1])
                .toList();
        var allowed = Files.readAllLines(Path.of(".dockerignore")).stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();

        assertThat(copied).containsExactlyInAnyOrderElementsOf(allowed).allMatch(path -> Files.exists(Path.of(path)));
        assertThat(Path.of(".dockerignore")).content().contains("\n*\n");
    }

    @Test
    void theComposedNodesMayWriteNowhereElseAndGainNoRights() {
        for (var node : List.of("app-1", "app-2")) {
            assertThat(compose.at("/services/" + node + "/<<").isMissingNode()).isFalse();
        }
        var app = compose.path("x-app");
        assertThat(app.path("read_only").asBoolean()).isTrue();
        assertThat(app.path("cap_drop").get(0).asText()).isEqualTo("ALL");
        assertThat(app.path("security_opt").get(0).asText()).isEqualTo("no-new-privileges:true");
        assertThat(app.path("volumes").get(0).asText()).isEqualTo("state:/state");
    }

    @Test
    void everyImageNamesItsVersion() {
        assertThat(compose.findValuesAsText("image"))
                .hasSizeGreaterThan(4)
                .allMatch(image -> image.matches(".+:(?!latest$).+"));
        assertThat(recipe.stream().filter(line -> line.startsWith("FROM "))).allMatch(line -> line.contains(":"));
    }

    /** Its instructions, one a line. */
    private static List<String> recipe() throws IOException {
        return Files.readString(Path.of("docker/Dockerfile"))
                .replaceAll("(?m)^#.*\n", "")
                .replaceAll("\\\\\n\\s*", "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private int lastStage() {
        for (var line = recipe.size() - 1; line > 0; line--) {
            if (recipe.get(line).startsWith("FROM ")) {
                return line;
            }
        }
        throw new AssertionError("The image must be built in two stages");
    }
}
