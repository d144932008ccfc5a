package dev.afterglow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The module map is the one drawn in the {@code package-info} files. */
class ModularityTests {

    private static final Path ROOT = Path.of("src/main/java/dev/afterglow");

    private final ApplicationModules modules = ApplicationModules.of(AfterglowApplication.class);

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        modules.verify();
    }

    @Test
    void everyModuleDeclaresWhatItMayUse() throws IOException {
        try (var children = Files.list(ROOT)) {
            assertThat(children.filter(Files::isDirectory).map(module -> module.resolve("package-info.java")))
                    .as("every module's package-info.java names its allowedDependencies, were it only {}")
                    .isNotEmpty()
                    .allSatisfy(introduction -> assertThat(introduction)
                            .content()
                            .containsPattern("@ApplicationModule\\(\\s*allowedDependencies ="));
        }
    }

    @Test
    void drawsTheModuleMap() {
        new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();

        assertThat(Path.of("target/spring-modulith-docs/components.puml")).isNotEmptyFile();
    }
}
