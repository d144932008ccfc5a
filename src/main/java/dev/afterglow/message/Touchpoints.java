package dev.afterglow.message;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The touchpoints this installation knows: one folder each under {@code messages/}. */
@Component
public class Touchpoints {

    private final SortedMap<String, Touchpoint> touchpoints = new TreeMap<>();
    private final Map<String, String> words = new HashMap<>();

    /** @throws IllegalStateException saying which file is wrong and what to write instead */
    Touchpoints(ResourcePatternResolver resources) {
        try {
            for (var description : resources.getResources("classpath*:messages/*/message.yaml")) {
                var folder = new TouchpointFolder(description);
                var touchpoint = folder.touchpoint();
                touchpoints.putIfAbsent(touchpoint.key(), touchpoint);
                words.putIfAbsent(touchpoint.key(), folder.words());
            }
        } catch (IOException e) {
            throw new IllegalStateException("The folders under messages/ cannot be read.", e);
        }
    }

    /** @throws IllegalArgumentException naming the known ones when there is no such folder */
    public Touchpoint byKey(String key) {
        var touchpoint = touchpoints.get(key);
        if (touchpoint == null) {
            throw new IllegalArgumentException(
                    "There is no touchpoint '%s': no folder messages/%s/ with a message.yaml. Known are %s."
                            .formatted(key, key, known()));
        }
        return touchpoint;
    }

    /** All of them, sorted by key. */
    public Collection<Touchpoint> all() {
        return Collections.unmodifiableCollection(touchpoints.values());
    }

    /** What a touchpoint is for, in the words its folder begins with; empty when it has none. */
    public String wordsAbout(String key) {
        return words.getOrDefault(key, "");
    }

    private String known() {
        return touchpoints.isEmpty() ? "none" : String.join(", ", touchpoints.keySet());
    }
}
