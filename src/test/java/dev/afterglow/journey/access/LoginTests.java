package dev.afterglow.journey.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.journey.People;
import dev.afterglow.journey.TimeMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningShop
class LoginTests {

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identities;

    @Autowired
    People people;

    @Autowired
    TimeMachine time;

    @Test
    void theLoginPageAsksNobodyElseForAnything() {
        var page = new Browser(port).get("/login");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Log in", "autocomplete=\"current-password\"");
        assertThat(page.body()).doesNotContain("<script", "style=\"", "http://", "//cdn");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(new Browser(port).get("/assets/people.css").statusCode()).isEqualTo(200);
    }

    @Test
    void aNamelessVisitorIsSentToTheLoginPage() {
        assertThat(new Browser(port)
                        .get("/camunda/app/tasklist/default/")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(there -> assertThat(there).endsWith("/login"));
        assertThat(new Browser(port).get("/home").headers().firstValue("Location"))
                .hasValueSatisfying(there -> assertThat(there).endsWith("/login"));
    }

    @Test
    void theRightPasswordOpensHomeAndTheWrongOneDoesNot() {
        var browser = new Browser(port);
        assertThat(browser.login("guessed", "wrong").headers().firstValue("Location"))
                .hasValueSatisfying(there -> assertThat(there).endsWith("/login?error"));
        assertThat(browser.get("/home").statusCode()).isEqualTo(302);

        identities.unlockUser("guessed");
        browser.login("guessed", Staff.PASSWORD);
        assertThat(browser.get("/home").body())
                .contains("Hello", "guessed", "Tasks")
                .doesNotContain("Cockpit");
    }

    @Test
    void guessingShutsTheDoorEvenForTheRightPassword() {
        var browser = new Browser(port);
        for (var guess = 0; guess < 4; guess++) {
            browser.login("guessed", "guess " + guess);
        }
        browser.login("guessed", Staff.PASSWORD);
        assertThat(browser.get("/home").statusCode()).isEqualTo(302);

        identities.unlockUser("guessed");
        browser.login("guessed", Staff.PASSWORD);
        assertThat(browser.get("/home").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "insupport, 200, 403, 403", "inreturns, 200, 403, 403", "incare, 200, 403, 403",
        "insupervisors, 200, 403, 403", "inoperators, 403, 200, 403", "inanalysts, 403, 403, 403",
        "inmarketing, 403, 403, 403", "incamundaadmin, 200, 200, 200", "nogroup, 403, 403, 403"
    })
    void eachGroupReachesItsApplicationsOnly(String person, int tasklist, int cockpit, int admin) {
        var browser = Browser.of(port, person);

        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(tasklist);
        assertThat(browser.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(cockpit);
        assertThat(browser.get("/camunda/app/admin/default/").statusCode()).isEqualTo(admin);
    }

    @Test
    void theEngineKnowsWhoLoggedIn() {
        var browser = Browser.of(port, "insupport").open("tasklist");

        assertThat(browser.get("/camunda/api/admin/auth/user/default").body())
                .contains("\"userId\":\"insupport\"", "tasklist")
                .doesNotContain("cockpit");
    }

    @Test
    void oneLogoutEndsBoth() {
        var browser = Browser.of(port, "insupport").open("tasklist");
        var session = browser.cookie("JSESSIONID");

        browser.logout();
        assertThat(browser.get("/home").statusCode()).isEqualTo(302);
        assertThat(browser.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
        assertThat(browser.cookie("JSESSIONID")).isNotEqualTo(session);
    }

    @Test
    void loggingOutOfTheTasklistEndsBothToo() {
        var browser = Browser.of(port, "insupport").open("tasklist");
        assertThat(browser.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(200);

        assertThat(browser.json("POST", "/camunda/api/admin/auth/user/default/logout", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(browser.get("/home").statusCode()).isEqualTo(302);
        assertThat(browser.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoLosesAGroupOrLeavesIsOutWithinAMinute() {
        people.add("leaver", "Lea", "Leaver", Staff.PASSWORD, List.of("support", "operators"));
        var browser = Browser.of(port, "leaver").open("tasklist");
        assertThat(browser.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);

        identities.deleteMembership("leaver", "operators");
        time.advance(Duration.ofMinutes(2));
        assertThat(browser.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(302);
        assertThat(browser.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);

        browser.login("leaver", Staff.PASSWORD);
        assertThat(browser.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
        assertThat(browser.get("/home").statusCode()).isEqualTo(200);

        identities.deleteUser("leaver");
        time.advance(Duration.ofMinutes(2));
        assertThat(browser.get("/home").statusCode()).isEqualTo(302);
    }

    @Test
    void loggingInGivesTheSessionANewName() {
        var browser = new Browser(port);
        browser.get("/login");
        var before = browser.cookie("JSESSIONID");
        browser.login("insupport", Staff.PASSWORD);

        assertThat(before).isNotEmpty();
        assertThat(browser.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void theFirstAdministratorsPasswordIsForTheOwnersEyesOnly() throws IOException {
        var file = Path.of("target/first-admin-password");
        var browser = new Browser(port);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        browser.login("admin", Files.readString(file).strip());
        assertThat(browser.get("/camunda/app/admin/default/").statusCode()).isEqualTo(200);
    }

    @Test
    void passwordsAreKeptAsBcrypt() {
        var person = (UserEntity) identities.createUserQuery().userId("incare").singleResult();

        assertThat(person.getPassword()).startsWith("{BCRYPT}$2a$");
    }
}
