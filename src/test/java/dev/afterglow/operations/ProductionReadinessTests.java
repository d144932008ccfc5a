package dev.afterglow.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What the profile prod refuses, and in which words. */
class ProductionReadinessTests {

    private static final List<String> READY = List.of(
            "afterglow.shop.name=Atelier",
            "afterglow.shop.url=https://atelier.example",
            "afterglow.shop.public-url=https://journey.atelier.example",
            "afterglow.shop.support-email=hello@atelier.example",
            "afterglow.shop.postal-address=1 High Street",
            "afterglow.message.from=orders@atelier.example",
            "afterglow.message.relational-from=hello@atelier.example",
            "afterglow.message.id-key=8f3b0f7c1d2e4a5b9c6d",
            "afterglow.links.keys[0]=k1:4d1c9b7aa0f34d1c9b7a",
            "afterglow.customer.suppression-key=77aa0f34d1c9b7a4d1c9",
            "afterglow.intake.api-keys[0].hash=44ee0c5a5a4667a8aadeb033a457b4a60395f7d8f6d90a6c92fb448abde1bab9",
            "spring.mail.host=smtp.atelier.example",
            "spring.datasource.url=jdbc:postgresql://db/afterglow");

    @Test
    void startsWhenEverythingIsSet() {
        assertThat(objections()).isEmpty();
    }

    @Test
    void asksNothingOfOtherProfiles() {
        new ApplicationContextRunner()
                .withInitializer(new ProductionReadiness())
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "afterglow.shop.name",
                "afterglow.shop.url",
                "afterglow.shop.public-url",
                "afterglow.shop.support-email",
                "afterglow.shop.postal-address",
                "afterglow.message.from",
                "afterglow.message.relational-from",
                "afterglow.message.id-key",
                "afterglow.links.keys",
                "afterglow.customer.suppression-key",
                "spring.mail.host"
            })
    void namesWhatIsMissing(String key) {
        assertThat(objections(key + "=", key + "[0]="))
                .singleElement()
                .asString()
                .startsWith(key + " is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "afterglow.message.id-key=demo, afterglow.message.id-key is too easy to guess",
        "afterglow.links.keys[0]=demo:a-secret-for-the-demo-only, afterglow.links.keys is too easy to guess",
        "afterglow.intake.api-keys[0].hash=2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b, afterglow.intake.api-keys is too easy to guess",
        "afterglow.intake.api-keys[0]=c2a6b8d0e1f24c3b9a7d, afterglow.intake.api-keys holds a key itself",
        "afterglow.intake.mail-events.secrets[0]=short, afterglow.intake.mail-events.secrets is too easy to guess",
        "afterglow.links.keys[1]=k2:secret, afterglow.links.keys is too easy to guess",
        "spring.security.oauth2.client.registration.company.client-id=x, People of an OpenID provider are let into nothing",
        "afterglow.intake.shopify.secrets[0]=short, afterglow.intake.shopify.secrets is too easy to guess",
        "afterglow.intake.api-keys[0].hash=, No order can come in",
        "afterglow.journey.movable-clock=true, afterglow.journey.movable-clock is on",
        "afterglow.demo.orders=12, afterglow.demo.orders is set",
        "afterglow.channels.webhook.url=http://localhost/in, afterglow.channels.webhook.url begins with http",
        "camunda.bpm.authorization.enabled=false, camunda.bpm.authorization.enabled is set to false",
        "camunda.bpm.admin-user.id=demo, camunda.bpm.admin-user.id is set to something",
        "camunda.bpm.run.auth.enabled=false, camunda.bpm.run.auth.enabled is set to false",
        "spring.h2.console.enabled=true, spring.h2.console.enabled is set to true",
        "server.servlet.session.cookie.http-only=false, server.servlet.session.cookie.http-only is set to false",
        "server.error.include-stacktrace=ALWAYS, server.error.include-stacktrace is set to always",
        "server.error.include-message=always, server.error.include-message is set to always",
        "management.endpoint.health.show-details=always, management.endpoint.health.show-details is set to always",
        "management.endpoints.web.exposure.include=*, management.endpoints.web.exposure.include shows *",
        "'management.endpoints.web.exposure.include=health,env,heapdump', 'management.endpoints.web.exposure.include shows env, heapdump'",
        "spring.datasource.url=jdbc:h2:mem:afterglow, spring.datasource.url names a database in memory",
        "'spring.profiles.active=prod,demo', The profile demo is active beside prod"
    })
    void refusesWhatBelongsToADemo(String setting, String words) {
        assertThat(objections(setting)).singleElement().asString().startsWith(words);
    }

    @Test
    void saysEverythingAtOnceWithoutAStackTrace() {
        var analysis = new NotReadyForProductionAnalyzer()
                .analyze(new NotReadyForProductionException(List.of("One is missing.", "Two is missing.")));

        assertThat(analysis.getDescription()).contains("- One is missing.", "- Two is missing.");
        assertThat(analysis.getAction()).contains("AFTERGLOW_SHOP_NAME");
    }

    private static List<String> objections(String... changes) {
        var found = new ArrayList<String>();
        var settings = Stream.concat(READY.stream(), Arrays.stream(changes))
                .map(setting -> setting.split("=", 2))
                .toList();
        new ApplicationContextRunner()
                .withInitializer(context -> {
                    context.getEnvironment().setActiveProfiles("prod");
                    settings.stream()
                            .filter(setting -> setting[0].equals("spring.profiles.active"))
                            .forEach(setting -> context.getEnvironment().setActiveProfiles(setting[1].split(",")));
                })
                .withPropertyValues(settings.stream()
                        .map(setting -> setting[0] + "=" + setting[1])
                        .toArray(String[]::new))
                .withInitializer(new ProductionReadiness())
                .run(context -> {
                    for (var cause = context.getStartupFailure(); cause != null; cause = cause.getCause()) {
                        if (cause instanceof NotReadyForProductionException refused) {
                            found.addAll(refused.objections());
                        }
                    }
                });
        return found;
    }
}
