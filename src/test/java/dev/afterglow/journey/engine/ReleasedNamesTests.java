package dev.afterglow.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.AfterglowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The names drawings call code by. An order that is under way keeps the drawing it began with: a name that goes or
 * changes stops it weeks after the release, with nobody watching.
 */
@AfterglowTest
class ReleasedNamesTests {

    private static final Path RELEASES = Path.of("src/test/resources/releases");
    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*!?\\s*(\\w+)\\s*(?:}|\\.\\w+\\()");

    @Autowired
    ListableBeanFactory beans;

    @Test
    void areThoseOnRecord() throws IOException {
        assertThat(new DrawableBeans(beans).names())
                .as("A new name is added to src/test/resources/releases/beans.txt. A name that stands there stays as"
                        + " long as an instance of a drawing that uses it may run: give the old name to the new code.")
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(RELEASES.resolve("beans.txt")));
    }

    @Test
    void coverWhateverAReleasedDrawingCalls() throws IOException {
        var called = new TreeSet<String>();
        try (var files = Files.walk(RELEASES)) {
            for (var drawing :
                    files.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                var text = Files.readString(drawing);
                Pattern.compile("camunda:(?:delegateExpression|dueDate)=\"([^\"]*)\"|<bpmn:time\\w+[^>]*>([^<]*)<")
                        .matcher(text)
                        .results()
                        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                        .flatMap(expression -> BEAN.matcher(expression).results())
                        .forEach(bean -> called.add(bean.group(1)));
            }
        }

        assertThat(called).contains("sendTouchpoint", "calendar").isSubsetOf(new DrawableBeans(beans).names());
    }
}
