package dev.afterglow.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.customer.Channel;
import dev.afterglow.customer.Purpose;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class TouchpointsTests {

    private static final String DESCRIPTION = """
            purpose: relational
            objective: discover
            format: plain-text
            valid-for: P3D
            """;

    @TempDir
    Path classes;

    @Test
    void sayWhatEachIsFor() {
        var touchpoints = new Touchpoints(Readers.FILES);

        assertThat(touchpoints.all())
                .allSatisfy(touchpoint -> assertThat(touchpoints.wordsAbout(touchpoint.key()))
                        .as(touchpoint.key())
                        .contains(" "));
        assertThat(touchpoints.wordsAbout("delay-notice"))
                .isEqualTo("A parcel is late: said before the customer has to ask.");
    }

    @Test
    void knowsOneTouchpointPerFolder() {
        var touchpoints = new Touchpoints(Readers.FILES);

        assertThat(touchpoints.all())
                .extracting(Touchpoint::key)
                .isSorted()
                .contains(
                        "cross-sell",
                        "delay-notice",
                        "order-confirmation",
                        "product-education",
                        "reactivation",
                        "return-arrived",
                        "return-cancelled",
                        "return-instructions",
                        "return-lapsed",
                        "return-received",
                        "return-refused",
                        "return-reminder",
                        "return-settled",
                        "shipping-notice",
                        "usage-check",
                        "welcome",
                        "withdrawal-receipt")
                .doesNotContain("layout");
        assertThat(touchpoints.byKey("usage-check"))
                .isEqualTo(new Touchpoint(
                        "usage-check",
                        Purpose.RELATIONAL,
                        Objective.VERIFY,
                        Format.PLAIN_TEXT,
                        Period.ofDays(7),
                        Set.of(Touchpoint.Need.DELIVERY)));
    }

    @Test
    void neverPromotesInMoreThanOneTouchpointOfFour() {
        var all = new Touchpoints(Readers.FILES).all();

        assertThat(all.stream()
                                .filter(touchpoint -> touchpoint.purpose() == Purpose.PROMOTIONAL)
                                .count()
                        * 4)
                .isLessThanOrEqualTo(all.size());
        assertThat(all).extracting(Touchpoint::objective).contains(Objective.values());
        assertThat(all).extracting(Touchpoint::format).contains(Format.values());
    }

    @Test
    void learnsANewTouchpointFromItsFolderAlone() throws IOException {
        write("message.yaml", DESCRIPTION);
        write("body.txt", "[(#{wish})]");
        write("texts_en.properties", "subject=Happy birthday\nwish=A good year with your {product}.");
        try (var loader = loader()) {
            var files = new PathMatchingResourcePatternResolver(loader);
            var birthday = new Touchpoints(files).byKey("birthday");

            var message =
                    new MessageRenderer(Readers.shop(), files).render(birthday, Locale.FRENCH, Readers.everything());

            assertThat(birthday.validFor()).isEqualTo(Period.ofDays(3));
            assertThat(message.subject()).isEqualTo("Happy birthday");
            assertThat(message.text()).startsWith("Hello Anna,\n\nA good year with your Kyoto teapot.\n\nWarmly,");
        }
    }

    @Test
    void learnsTheWayATouchpointGoesAndAsksForItsShortWords() throws IOException {
        write("message.yaml", DESCRIPTION + "channel: push\nfallback: mail\n");
        write("body.txt", "[(#{wish})]");
        write("texts_en.properties", "subject=Happy birthday\nwish=A good year.");
        try (var loader = loader()) {
            var files = new PathMatchingResourcePatternResolver(loader);
            assertThatThrownBy(() -> new Touchpoints(files)).hasMessageContaining("short.txt");
            write("short.txt", "[(#{wish})]\n  [(${shop})]\n");

            var birthday = new Touchpoints(files).byKey("birthday");

            assertThat(birthday.channels()).containsExactly(Channel.PUSH, Channel.MAIL);
            var renderer = new MessageRenderer(Readers.shop(), files);
            assertThat(renderer.renderShort(birthday, Locale.ENGLISH, Readers.everything(), lapse -> {})
                            .text())
                    .isEqualTo("A good year. Maison Verdier");
            write("message.yaml", DESCRIPTION + "fallback: mail\n");
            assertThatThrownBy(() -> new Touchpoints(files)).hasMessageContaining("the same channel and fallback");
        }
    }

    @Test
    void saysWhichKeyOfANewTouchpointNobodyWrote() throws IOException {
        write("message.yaml", DESCRIPTION);
        write("body.txt", "[(#{wish})]");
        write("texts_en.properties", "subject=Happy birthday");

        assertUnfinished("The message 'birthday' has no text 'wish' in 'en'."
                + " Add it to messages/birthday/texts_en.properties.");
    }

    @Test
    void saysWhereATemplateIsWrong() throws IOException {
        write("message.yaml", DESCRIPTION);
        write("body.txt", "[(${facts.prodct})]");
        write("texts_en.properties", "subject=Happy birthday");

        assertUnfinished("'birthday' cannot be written in 'en': body.txt or the layout", "facts.prodct");
    }

    @Test
    void saysInWordsWhatIsWrongWithADescription() throws IOException {
        write("body.txt", "words");
        write("texts_en.properties", "subject=Happy birthday");

        assertRefused(
                DESCRIPTION.replace("relational", "sales"), "purpose: sales", "transactional, relational, promotional");
        assertRefused(DESCRIPTION.replace("format: plain-text", ""), "does not say its 'format'", "visual, plain-text");
        assertRefused(DESCRIPTION.replace("P3D", "3 days"), "valid-for: P2D", "'3 days'");
        assertRefused(DESCRIPTION + "subject: x", "unknown line 'subject'");
        assertRefused("- just\n- a list", "name: value");
        assertRefused("", "name: value");
        assertRefused(DESCRIPTION.replace("plain-text", "visual"), "without body.html");
    }

    @Test
    void readsWhatATouchpointCannotDoWithout() throws IOException {
        write("body.txt", "words");
        write("texts_en.properties", "subject=Happy birthday");
        write("message.yaml", DESCRIPTION + "needs: guide, suggestions, delivery");
        try (var loader = loader()) {
            var birthday = new Touchpoints(new PathMatchingResourcePatternResolver(loader)).byKey("birthday");

            assertThat(birthday.needs()).containsExactlyInAnyOrder(Touchpoint.Need.values());
            assertThat(birthday.canBeSaid(Readers.everything())).isTrue();
            assertThat(birthday.canBeSaid(Readers.hardlyAnything())).isFalse();
        }
        write("message.yaml", DESCRIPTION + "needs:");
        try (var loader = loader()) {
            var birthday = new Touchpoints(new PathMatchingResourcePatternResolver(loader)).byKey("birthday");

            assertThat(birthday.canBeSaid(Readers.hardlyAnything())).isTrue();
        }
        assertRefused(DESCRIPTION + "needs: luck", "needs: luck", "guide, suggestions, delivery");
    }

    @Test
    void namesTheKnownOnesWhenAskedForAnother() {
        assertThatThrownBy(() -> new Touchpoints(Readers.FILES).byKey("wellcome"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'wellcome'")
                .hasMessageContaining("usage-check");
    }

    private void assertUnfinished(String... words) throws IOException {
        try (var loader = loader()) {
            var files = new PathMatchingResourcePatternResolver(loader);
            var birthday = new Touchpoints(files).byKey("birthday");
            var renderer = new MessageRenderer(Readers.shop(), files);

            assertThatThrownBy(() -> renderer.render(birthday, Locale.ENGLISH, Readers.everything()))
                    .isInstanceOf(UnfinishedMessage.class)
                    .hasMessageContainingAll(words);
        }
    }

    private void assertRefused(String description, String... words) throws IOException {
        write("message.yaml", description);
        try (var loader = loader()) {
            assertThatThrownBy(() -> new Touchpoints(new PathMatchingResourcePatternResolver(loader)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("messages/birthday/message.yaml")
                    .hasMessageContainingAll(words);
        }
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(
                Files.createDirectories(classes.resolve("messages/birthday")).resolve(name), content);
    }

    private URLClassLoader loader() throws IOException {
        return new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
    }
}
