package dev.afterglow.model;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * What drawings refer to by name.
 *
 * @param delegates bean name to simple class name
 * @param touchpoints folders under {@code messages/} with a {@code message.yaml}
 * @param forms ids of the forms, by file name
 * @param processes ids of all drawings
 * @param decisions ids of all decision tables
 * @param journeySource what the journey's classes say, where they ask a decision themselves
 */
public record Parts(
        Map<String, String> delegates,
        Set<String> touchpoints,
        Map<String, String> forms,
        Set<String> processes,
        Set<String> decisions,
        String journeySource,
        List<ElementTemplate> templates) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The parts as they stand in this source tree. */
    public static Parts ofTheProject() {
        return new Parts(
                delegatesOf("dev.afterglow.journey"),
                touchpointsIn(Path.of("src/main/resources/messages")),
                formsIn(Path.of("forms")),
                ids(Path.of("processes"), ".bpmn"),
                ids(Path.of("processes/decisions"), ".dmn"),
                sourceOf(Path.of("src/main/java/dev/afterglow/journey")),
                templatesIn(Path.of("processes/.camunda/element-templates")));
    }

    private static Map<String, String> delegatesOf(String packageName) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(packageName).stream()
                        .filter(type -> type.isAssignableTo(JavaDelegate.class))
                        .filter(type ->
                                !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .collect(toMap(
                                type -> type.tryGetAnnotationOfType(Component.class)
                                        .map(Component::value)
                                        .filter(name -> !name.isEmpty())
                                        .orElse(Names.decapitalised(type.getSimpleName())),
                                type -> type.getSimpleName()));
    }

    private static Set<String> touchpointsIn(Path folder) {
        return ModelFolder.files(folder, "").stream()
                .filter(entry -> Files.exists(entry.resolve("message.yaml")))
                .map(entry -> entry.getFileName().toString())
                .collect(toSet());
    }

    private static Map<String, String> formsIn(Path folder) {
        return ModelFolder.files(folder, ".form").stream()
                .collect(toMap(
                        file -> file.getFileName().toString(),
                        file -> json(file).path("id").asText()));
    }

    private static Set<String> ids(Path folder, String ending) {
        return ModelFolder.files(folder, ending).stream()
                .map(file -> Names.idOf(file.getFileName().toString()))
                .collect(toSet());
    }

    private static String sourceOf(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ModelFolder::text)
                    .collect(joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ElementTemplate> templatesIn(Path folder) {
        return ModelFolder.files(folder, ".json").stream()
                .flatMap(file -> StreamSupport.stream(json(file).spliterator(), false)
                        .map(template -> ElementTemplate.of(file.getFileName().toString(), template)))
                .toList();
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(ModelFolder.text(file));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + " is not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
