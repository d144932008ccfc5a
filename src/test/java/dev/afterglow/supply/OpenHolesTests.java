package dev.afterglow.supply;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** Published holes nobody closes for us: each is judged, proved and looked at again before its date. */
class OpenHolesTests {

    private record Hole(
            String id, String library, String version, String what, String why, List<String> proof, LocalDate until) {}

    private final List<Hole> holes = JsonMapper.builder(new YAMLFactory())
            .addModule(new JavaTimeModule())
            .build()
            .readValue(Path.of("src/docs/open-holes.yaml").toFile(), new TypeReference<>() {});

    OpenHolesTests() throws IOException {}

    @Test
    void noJudgementIsOlderThanItsDate() {
        var today = LocalDate.now(Clock.systemUTC());

        assertThat(holes)
                .isNotEmpty()
                .allSatisfy(hole -> assertThat(hole.until())
                        .as(
                                "%s of %s must be looked at again: is there a fix, is it still true that \"%s\"?",
                                hole.id(), hole.library(), hole.why())
                        .isAfter(today));
    }

    @Test
    void everyJudgementIsAboutTheVersionWeShip() throws IOException {
        var bill = BillOfMaterials.read();

        assertThat(holes)
                .allSatisfy(hole -> assertThat(bill.library(hole.library()).version())
                        .as(
                                "%s was judged for another version of %s: does the new one close it?",
                                hole.id(), hole.library())
                        .isEqualTo(hole.version()));
    }

    @Test
    void everyJudgementIsProvedByATestThatExists() {
        assertThat(holes)
                .allSatisfy(hole -> assertThat(hole.proof())
                        .as(hole.id())
                        .isNotEmpty()
                        .allMatch(OpenHolesTests::isATest, "is a test"));
        assertThat(isATest("dev.afterglow.supply.OpenHolesTests#nobodyWroteThisOne"))
                .isFalse();
        assertThat(isATest("dev.afterglow.supply.Nothing#at all")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "freemarker.template.Configuration",
                "com.unboundid.ldap.listener.InMemoryDirectoryServer",
                "org.springframework.ldap.core.LdapTemplate",
                "com.webauthn4j.WebAuthnManager",
                "org.springframework.session.Session"
            })
    void whatTheHolesNeedIsNotThere(String type) {
        assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void nobodyMapsWithMyBatis() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.ibatis..")
                .check(new ClassFileImporter(List.of(new DoNotIncludeTests())).importPackages("dev.afterglow"));
    }

    @Test
    void noRequestIsBoundToAnObject() {
        var doors = new ClassFileImporter(List.of(new DoNotIncludeTests()))
                .importPackages("dev.afterglow").stream()
                        .flatMap(type -> Arrays.stream(type.reflect().getDeclaredMethods()))
                        .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
                        .toList();

        assertThat(doors).hasSizeGreaterThan(30);
        assertThat(doors.stream()
                        .flatMap(method -> Arrays.stream(method.getParameters()))
                        .filter(OpenHolesTests::isBound))
                .isEmpty();
    }

    /** Spring fills what has no annotation and no type of its own from the request, field by field. */
    private static boolean isBound(Parameter parameter) {
        if (parameter.isAnnotationPresent(ModelAttribute.class)) {
            return true;
        }
        var type = parameter.getType();
        return parameter.getAnnotations().length == 0
                && !type.isPrimitive()
                && Stream.of("org.springframework.", "jakarta.servlet.", "java.")
                        .noneMatch(type.getName()::startsWith)
                && !type.getSimpleName().equals("Visit");
    }

    private static boolean isATest(String name) {
        var parts = name.split("#");
        try {
            return Arrays.stream(Class.forName(parts[0]).getDeclaredMethods())
                    .filter(method -> method.getName().equals(parts[1]))
                    .anyMatch(OpenHolesTests::isTestable);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static boolean isTestable(Method method) {
        return AnnotationSupport.isAnnotated(method, Testable.class);
    }
}
