package dev.afterglow.model;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What an analyst picks from in the Modeler.
 *
 * @param fixed values the template types for the analyst, by the bound name
 * @param choices values of each dropdown, by the bound name
 */
public record ElementTemplate(
        String file, String id, String version, Map<String, String> fixed, Map<String, Set<String>> choices) {

    static ElementTemplate of(String file, JsonNode template) {
        return new ElementTemplate(
                file,
                template.path("id").asText(),
                template.path("version").asText(),
                properties(template)
                        .filter(property ->
                                "Hidden".equals(property.path("type").asText()))
                        .collect(Collectors.toMap(
                                ElementTemplate::boundName,
                                property -> property.path("value").asText())),
                properties(template)
                        .filter(property -> property.has("choices"))
                        .collect(Collectors.toMap(ElementTemplate::boundName, ElementTemplate::values)));
    }

    private static Stream<JsonNode> properties(JsonNode template) {
        return each(template.path("properties"));
    }

    private static String boundName(JsonNode property) {
        return property.path("binding").path("name").asText();
    }

    private static Set<String> values(JsonNode property) {
        return each(property.path("choices"))
                .map(choice -> choice.path("value").asText())
                .collect(toSet());
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
