package dev.afterglow;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the house asks of the files: sizes, imports, first sentences, and the listing a newcomer sees first. */
class SourceRulesTests {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");
    private static final int LARGEST = 200;

    private static final Set<String> TOP_LEVEL =
            Set.of("pom.xml", "src", "processes", "forms", "README.md", "docker", "LICENSE");
    private static final Set<String> LEFT_BY_A_RUN = Set.of("target", "data");

    private static final Pattern WILDCARD_IMPORT = Pattern.compile("(?m)^import .*\\.\\*;");
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^public (?:(?:final|abstract|sealed|non-sealed) )*(?:class|interface|record|enum|@interface) ");

    @Test
    void classesStaySmall() {
        var lines = new TreeMap<Path, Integer>();
        sources(MAIN)
                .filter(file -> !file.endsWith("package-info.java"))
                .forEach(file -> lines.put(
                        MAIN.relativize(file), (int) text(file).lines().count()));
        var sizes = lines.values().stream().sorted().toList();
        var largestFirst = lines.entrySet().stream()
                .sorted(Map.Entry.<Path, Integer>comparingByValue(Comparator.reverseOrder()))
                .toList();

        var worst = largestFirst.stream()
                .limit(5)
                .map(entry -> "  %4d  %s".formatted(entry.getValue(), entry.getKey()))
                .collect(joining("\n"));
        System.out.printf(
                "%d classes, median %d lines, nine in ten under %d; the largest:%n%s%n",
                sizes.size(), sizes.get(sizes.size() / 2), sizes.get(sizes.size() * 9 / 10), worst);

        assertThat(largestFirst.stream().filter(entry -> entry.getValue() > LARGEST))
                .as("classes longer than %d lines; give a part of each a name of its own", LARGEST)
                .isEmpty();
    }

    @Test
    void importsNameWhatTheyImport() {
        assertThat(Stream.of(MAIN, TEST)
                        .flatMap(SourceRulesTests::sources)
                        .filter(file -> WILDCARD_IMPORT.matcher(text(file)).find()))
                .as("files with a wildcard import; two types of one name would collide silently")
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() {
        assertThat(sources(MAIN).map(Path::getParent).distinct().filter(directory -> !introducesItself(directory)))
                .as("packages without a package-info.java that begins with a sentence of Javadoc and has @NullMarked")
                .isEmpty();
    }

    @Test
    void everyPublicTypeSaysItsJob() {
        assertThat(sources(MAIN).filter(SourceRulesTests::hasSilentPublicType))
                .as("files whose public type has no sentence of Javadoc above it")
                .isEmpty();
    }

    @Test
    void theTopLevelIsTheOneEverybodyKnows() throws IOException {
        List<String> visible;
        try (var entries = Files.list(Path.of(""))) {
            visible = entries.map(Path::toString)
                    .filter(name -> !name.startsWith(".") && !LEFT_BY_A_RUN.contains(name))
                    .toList();
        }

        assertThat(visible)
                .as("the top level is pom.xml, src, processes, forms, README.md, docker, LICENSE and dot-files")
                .contains("pom.xml", "src", "LICENSE")
                .isSubsetOf(TOP_LEVEL);
    }

    private static boolean introducesItself(Path directory) {
        var introduction = directory.resolve("package-info.java");
        return Files.exists(introduction)
                && text(introduction).startsWith("/**")
                && text(introduction).contains("@NullMarked");
    }

    private static boolean hasSilentPublicType(Path file) {
        var source = text(file);
        var declaration = PUBLIC_TYPE.matcher(source);
        return declaration.find() && !source.substring(0, declaration.start()).contains("/**");
    }

    private static Stream<Path> sources(Path root) {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
