package dev.afterglow.supply;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the build says is in the jar, as it lies in the jar. */
record BillOfMaterials(List<Library> libraries) {

    private static final Path WRITTEN_BY_THE_BUILD = Path.of("target/classes/META-INF/sbom/application.cdx.json");

    /** One library; licences under their SPDX id, or in their own words where they have none. */
    record Library(String name, String version, List<String> licences) {

        @Override
        public String toString() {
            return name + ":" + version + "  " + String.join(" | ", licences);
        }
    }

    static BillOfMaterials read() throws IOException {
        assumeThat(WRITTEN_BY_THE_BUILD)
                .as("Built offline: Maven makes the bill of materials only when it may ask for POMs")
                .exists();
        var bill = new ObjectMapper().readTree(WRITTEN_BY_THE_BUILD.toFile());
        return new BillOfMaterials(elements(bill.path("components"))
                .map(component -> new Library(
                        component.path("group").asText() + ":"
                                + component.path("name").asText(),
                        component.path("version").asText(),
                        elements(component.path("licenses"))
                                .map(BillOfMaterials::licence)
                                .toList()))
                .sorted(Comparator.comparing(Library::toString))
                .toList());
    }

    Library library(String name) {
        return libraries.stream()
                .filter(library -> library.name().equals(name))
                .findAny()
                .orElseThrow(() -> new AssertionError(name + " is not in the jar any more"));
    }

    private static String licence(JsonNode offered) {
        return Stream.of(offered.at("/license/id"), offered.path("expression"), offered.at("/license/name"))
                .map(node -> node.asText(null))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("none");
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
