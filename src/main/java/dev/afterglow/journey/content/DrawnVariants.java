package dev.afterglow.journey.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The variants message-variant.dmn may choose for each touchpoint, read from its rules. */
@Component
public class DrawnVariants {

    private final Map<String, Set<String>> variants = new LinkedHashMap<>();

    DrawnVariants() {
        try (var file = new ClassPathResource("processes/decisions/message-variant.dmn").getInputStream()) {
            var table = Dmn.readModelFromStream(file)
                    .getModelElementsByType(DecisionTable.class)
                    .iterator()
                    .next();
            for (var rule : table.getRules()) {
                for (var touchpoint : words(touchpointsOf(rule))) {
                    variants.computeIfAbsent(touchpoint, key -> new TreeSet<>()).addAll(words(variantOf(rule)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In alphabetical order; none when the touchpoint is always said plainly. */
    public List<String> of(String touchpoint) {
        return List.copyOf(variants.getOrDefault(touchpoint, Set.of()));
    }

    private static String touchpointsOf(Rule rule) {
        return rule.getInputEntries().iterator().next().getTextContent();
    }

    private static String variantOf(Rule rule) {
        return rule.getOutputEntries().iterator().next().getTextContent();
    }

    private static List<String> words(String list) {
        return List.of(list.replace("\"", "").split(",")).stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
