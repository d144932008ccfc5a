package dev.afterglow;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URL;
import java.net.URLConnection;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import picocli.CommandLine.Command;

/** What the house asks of every class; the source files themselves are read by {@link SourceRulesTests}. */
@AnalyzeClasses(packages = "dev.afterglow", importOptions = DoNotIncludeTests.class)
class HouseRulesTests {

    private static final String FORBIDDEN_SUFFIXES =
            ".*(Impl|Manager|Helper|Utils?|Processor|Handler|DTO|Dto|Entity|Data|Info|Service)";

    @ArchTest
    static final ArchRule onlyTheJourneyKnowsTheEngine = noClasses()
            .that()
            .resideOutsideOfPackage("dev.afterglow.journey..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("the engine must be replaceable; let journey offer a method in the words of the field instead");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should(accessTargetWhere(describe("asks the machine for the time", HouseRulesTests::asksTheMachine)))
            .because("the demo and the tests move the injected java.time.Clock; use clock.instant() or now(clock)");

    @ArchTest
    static final ArchRule onlyConfigurationsAndClocksOpenTheSystemClock = noClasses()
            .that(DescribedPredicate.not(annotatedWith(Configuration.class)))
            .and()
            .areNotAssignableTo(Clock.class)
            .should(accessTargetWhere(describe("opens a system clock", HouseRulesTests::opensSystemClock)))
            .because("there is one Clock bean for all");

    @ArchTest
    static final ArchRule nobodyFetchesAnAddress = noClasses()
            .that()
            .haveNameNotMatching("dev\\.afterglow\\.message\\.Webhook(Carrier|Answer)") // the operator's own provider
            .should()
            .dependOnClassesThat(describe("open a web address", HouseRulesTests::opensWebAddresses))
            .orShould(accessTargetWhere(describe(
                    "opens a web address",
                    (JavaAccess<?> access) -> access.getTargetOwner().isAssignableTo(URL.class)
                            && access.getName().startsWith("open"))))
            .because("addresses come from shops, carriers and customers: they are printed, never visited");

    @ArchTest
    static final ArchRule constructorsInject = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule controllersConfigurationsAndDelegatesStayInTheirPackage = noClasses()
            .that()
            .arePublic()
            .should(be(describe("a controller, a configuration or a delegate", HouseRulesTests::isFoundBySpringAlone)))
            .because("Spring finds them in their package and no other module needs them; drop public");

    @ArchTest
    static final ArchRule typesAreNounsOfTheField = noClasses()
            .should(be(describe(
                    "named *Impl, *Manager, *Helper, *Util(s), *Processor, *Handler, *DTO, *Entity, *Data, *Info, *Service",
                    (JavaClass type) -> type.getSimpleName().matches(FORBIDDEN_SUFFIXES))))
            .because("such suffixes say nothing; src/docs/glossary.md has the words of the field");

    @ArchTest
    static final ArchRule packagesAreNamedAfterTheField = noClasses()
            .should()
            .resideInAnyPackage(
                    "..common..",
                    "..util..",
                    "..utils..",
                    "..shared..",
                    "..service..",
                    "..services..",
                    "..dto..",
                    "..config..")
            .because("an id lives with its owner, and configuration beside what it configures");

    @ArchTest
    static final ArchRule onlyCommandsAndTheDemoTalkToTheConsole = noClasses()
            .that()
            .areNotAnnotatedWith(Command.class)
            .and()
            .resideOutsideOfPackage("dev.afterglow.demo..")
            .should(ACCESS_STANDARD_STREAMS)
            .because("everything else belongs in the log");

    private static boolean isFoundBySpringAlone(JavaClass type) {
        return type.isAnnotatedWith(RestController.class)
                || type.isAnnotatedWith(Controller.class)
                || type.isAnnotatedWith(RestControllerAdvice.class)
                || type.isAnnotatedWith(ControllerAdvice.class)
                || type.isAnnotatedWith(Configuration.class)
                || type.isAssignableTo(JavaDelegate.class);
    }

    private static boolean opensWebAddresses(JavaClass type) {
        return type.getPackageName().startsWith("java.net.http")
                || type.getPackageName().startsWith("org.springframework.web.client")
                || type.isAssignableTo(URLConnection.class);
    }

    private static boolean asksTheMachine(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        return switch (access.getName()) {
            case "now" -> owner.getPackageName().startsWith("java.time") && !takesClock(access);
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "getInstance" -> owner.isEquivalentTo(Calendar.class);
            case "<init>" -> owner.isEquivalentTo(Date.class) && takesNothing(access);
            default -> false;
        };
    }

    private static boolean opensSystemClock(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(Clock.class)
                && (access.getName().startsWith("system") || access.getName().startsWith("tick"));
    }

    private static boolean takesClock(JavaAccess<?> access) {
        return access instanceof JavaCodeUnitAccess<?> call
                && call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean takesNothing(JavaAccess<?> access) {
        return access instanceof JavaCodeUnitAccess<?> call
                && call.getTarget().getRawParameterTypes().isEmpty();
    }
}
