package dev.afterglow.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What a customer reads when somebody's words have a hole: never a placeholder, never nothing. */
class UnfinishedWordsTests {

    @TempDir
    Path classes;

    @Test
    void leavesOutASentenceThatCannotBeSaidAndTellsOfIt() throws IOException {
        var lapses = new ArrayList<String>();

        var message = render("wish=For your {unknownThing}.\nheadline=A day", lapses);

        assertThat(message.subject()).isEqualTo("Happy birthday");
        assertThat(message.text()).startsWith("Hello Anna,").doesNotContain("{", "unknownThing");
        assertThat(lapses).singleElement().asString().contains("{unknownThing} is not known here");
    }

    @Test
    void namesTheOrderWhereASubjectIsMissing() throws IOException {
        var lapses = new ArrayList<String>();

        var message = render("wish=All the best.\nsubject={nobodyKnows}", lapses);

        assertThat(message.subject()).isEqualTo("Your order #1042");
        assertThat(message.text()).contains("All the best.");
        assertThat(lapses).hasSize(1);
    }

    @Test
    void saysInGeneralWordsWhatABrokenTemplateCannot() throws IOException {
        var lapses = new ArrayList<String>();
        write("body.txt", "[(${facts.prodct})]");

        var message = render("wish=All the best.", lapses);

        assertThat(message.text())
                .contains("There is news about your order #1042.", "https://care.shop.example/o/abc")
                .doesNotContain("prodct");
        assertThat(lapses).singleElement().asString().contains("body.txt or the layout fails");
    }

    private RenderedMessage render(String words, List<String> lapses) throws IOException {
        write("message.yaml", "purpose: relational\nobjective: discover\nformat: plain-text\nvalid-for: P3D\n");
        if (!Files.exists(classes.resolve("messages/birthday/body.txt"))) {
            write("body.txt", "[(#{wish})]");
        }
        write("texts_en.properties", "subject=Happy birthday\n" + words);
        try (var loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            var files = new PathMatchingResourcePatternResolver(loader);
            return new MessageRenderer(Readers.shop(), files)
                    .render(
                            new Touchpoints(files).byKey("birthday"),
                            Locale.ENGLISH,
                            Readers.everything(),
                            lapse -> lapses.add(lapse.getMessage()));
        }
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(
                Files.createDirectories(classes.resolve("messages/birthday")).resolve(name), content);
    }
}
