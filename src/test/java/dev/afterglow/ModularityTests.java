package dev.afterglow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
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
    void everyModuleDeclaresWhatItMayUse() throws Exception {
        var undeclared =
                ApplicationModule.class.getMethod("allowedDependencies").getDefaultValue();

        for (var module : moduleNames()) {
            var declaration =
                    Class.forName("dev.afterglow." + module + ".package-info").getAnnotation(ApplicationModule.class);

            assertThat(declaration)
                    .as("%s/package-info.java carries @ApplicationModule(allowedDependencies = …)", module)
                    .isNotNull();
            assertThat(Arrays.equals(declaration.allowedDependencies(), (String[]) undeclared))
                    .as("%s/package-info.java names its allowedDependencies, were it only {}", module)
                    .isFalse();
        }
    }

    @Test
    void drawsTheModuleMap() {
        new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();

        assertThat(Path.of("target/spring-modulith-docs/components.puml")).isNotEmptyFile();
    }

    private static String[] moduleNames() throws IOException {
        try (Stream<Path> children = Files.list(ROOT)) {
            return children.filter(Files::isDirectory)
                    .map(module -> module.getFileName().toString())
                    .sorted()
                    .toArray(String[]::new);
        }
    }
}
