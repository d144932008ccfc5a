package dev.afterglow.journey.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.TakesThePlatform;
import dev.afterglow.TestMailServer;
import dev.afterglow.journey.People;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.HtmlUtils;

/** A shop whose people log in at their company: the whole way over HTTP, there and back. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:oidc;DB_CLOSE_DELAY=-1",
            "afterglow.access.first-password-file=target/oidc-admin-password",
            "afterglow.access.oidc.groups.support=shop-support",
            "afterglow.access.oidc.groups.camunda-admin=shop-admins"
        })
@ActiveProfiles("test")
@ContextConfiguration(initializers = TestMailServer.class)
@ExtendWith({TakesThePlatform.class, Staff.class})
class OidcLoginTests {

    private static final OpenIdProvider COMPANY = new OpenIdProvider();
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final Pattern ONWARD = Pattern.compile("content=\"0;url=([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identities;

    @Autowired
    People people;

    @DynamicPropertySource
    static void company(DynamicPropertyRegistry settings) {
        var client = "spring.security.oauth2.client.registration.company.";
        settings.add(client + "client-id", () -> OpenIdProvider.CLIENT);
        settings.add(client + "client-secret", () -> OpenIdProvider.SECRET);
        settings.add(client + "client-name", () -> "the company");
        settings.add(client + "scope", () -> "openid");
        settings.add("spring.security.oauth2.client.provider.company.issuer-uri", COMPANY::issuer);
    }

    @AfterAll
    static void stopTheProvider() {
        COMPANY.stop();
    }

    @BeforeEach
    void introduce() {
        COMPANY.admit(port);
    }

    @Test
    void leadsFromTheTasklistToTheProviderAndBack() {
        var browser = new Browser(port);
        var login = browser.follow(browser.open(URI.create("http://localhost:" + port + TASKLIST)));
        assertThat(login.body()).contains("Log in with the company", "/oauth2/authorization/company");

        var asked = browser.get("/oauth2/authorization/company");
        assertThat(asked.headers().firstValue("Location"))
                .hasValueSatisfying(there -> assertThat(there)
                        .startsWith(COMPANY.issuer())
                        .contains("code_challenge_method=S256", "state=", "nonce="));
        var tasklist = browser.submit(browser.follow(asked), "/login", credentials("olga"));

        assertThat(tasklist.uri().getPath()).isEqualTo(TASKLIST);
        assertThat(tasklist.statusCode()).isEqualTo(200);
        assertThat(browser.get("/camunda/api/admin/auth/user/default").body())
                .contains("\"userId\":\"olga\"", "tasklist")
                .doesNotContain("cockpit");
        assertThat(browser.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
        assertThat(browser.get("/home").body()).contains("Hello", "olga", "Tasks");
        assertThat(identities.createUserQuery().userId("olga").count()).isZero();
    }

    @Test
    void staysInWithoutBeingAUserOfTheEngine() {
        var browser = comeIn("olga").open("tasklist");
        var offsetOfOthers =
                ClockUtil.getCurrentTime().getTime() - Clock.systemUTC().millis();
        ClockUtil.offset(offsetOfOthers + Duration.ofMinutes(30).toMillis());
        try {
            for (var look = 0; look < 3; look++) {
                assertThat(browser.get("/camunda/api/engine/engine/default/task")
                                .statusCode())
                        .isEqualTo(200);
            }
        } finally {
            ClockUtil.offset(offsetOfOthers);
        }
    }

    @Test
    void opensToAdministratorsWhatIsTheirs() {
        var browser = comeIn("omar").open("admin");

        assertThat(browser.get("/camunda/app/admin/default/").statusCode()).isEqualTo(200);
        assertThat(browser.get("/camunda/api/engine/engine/default/user").statusCode())
                .isEqualTo(200);
    }

    /** Groups that open nothing, groups that are only named like ours, a name that is taken, and a name that is none. */
    @ParameterizedTest
    @ValueSource(strings = {"visitor", "impostor", "admin", "<b>bold</b>"})
    void turnsAwayWhoIsKnownThereButNotMeant(String name) {
        var browser = new Browser(port);
        var answer = come(browser, name);

        assertThat(answer.uri().toString()).endsWith("/login?refused");
        assertThat(answer.body()).contains("does not let you in").doesNotContain("bold");
        assertThat(browser.get("/home").statusCode()).isEqualTo(302);
        assertThat(browser.get("/camunda/api/engine/engine/default/user").statusCode())
                .isEqualTo(401);
    }

    @Test
    void believesNoAnswerItDidNotAskFor() {
        var browser = new Browser(port);
        browser.get("/oauth2/authorization/company");

        var forged = browser.follow(browser.get("/login/oauth2/code/company?code=x&state=forged"));
        assertThat(forged.uri().toString()).endsWith("/login?refused");
        assertThat(browser.get("/home").statusCode()).isEqualTo(302);
    }

    @Test
    void loggingOutHereLogsOutThere() {
        var browser = comeIn("olga");
        var goodbye = browser.follow(browser.logout());

        assertThat(goodbye.uri().toString()).endsWith("/login?goodbye");
        assertThat(browser.get("/home").statusCode()).isEqualTo(302);
        goOn(browser, goodbye);
    }

    @Test
    void loggingOutOfTheTasklistLogsOutThereToo() {
        var browser = comeIn("olga").open("tasklist");
        assertThat(browser.json("POST", "/camunda/api/admin/auth/user/default/logout", "")
                        .statusCode())
                .isEqualTo(204);

        goOn(browser, browser.follow(browser.get(TASKLIST)));
    }

    @Test
    void peopleWithAPasswordHereComeInAsBefore() {
        people.add("lea", "Lea", "Local", Staff.PASSWORD, List.of("support"));

        assertThat(Browser.of(port, "lea").get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(Browser.of(port, "olga").get(TASKLIST).statusCode()).isEqualTo(302);
    }

    @Test
    void namesAGroupNobodyKnows() {
        assertThatThrownBy(() -> new OidcSettings("groups", Map.of("suport", List.of("x"))))
                .hasMessageContaining("There is no group \"suport\"")
                .hasMessageContaining("support");
        assertThat(new OidcSettings("groups", Map.of("camundaadmin", List.of("a", "b"))).ours(Set.of("b", "c")))
                .containsExactly("camunda-admin");
    }

    /** As the page does it for a person: the provider ends its session and sends back, and asks for a password again. */
    private void goOn(Browser browser, HttpResponse<String> login) {
        var onward = ONWARD.matcher(login.body());
        assertThat(onward.find()).as(login.body()).isTrue();
        var address = URI.create(HtmlUtils.htmlUnescape(onward.group(1)));
        assertThat(address.toString()).startsWith(COMPANY.issuer()).contains("id_token_hint=");

        var back = browser.follow(browser.open(address));
        assertThat(back.uri()).isEqualTo(URI.create("http://localhost:" + port + "/login?goodbye"));
        assertThat(ONWARD.matcher(back.body()).find()).isFalse();
        assertThat(browser.follow(browser.get("/oauth2/authorization/company"))
                        .uri()
                        .toString())
                .startsWith(COMPANY.issuer() + "/login");
    }

    private Browser comeIn(String name) {
        var browser = new Browser(port);
        come(browser, name);
        assertThat(browser.get("/home").statusCode()).isEqualTo(200);
        return browser;
    }

    private HttpResponse<String> come(Browser browser, String name) {
        var login = browser.follow(browser.get("/oauth2/authorization/company"));
        return browser.submit(login, "/login", credentials(name));
    }

    private static String credentials(String name) {
        return "username=" + Browser.encode(name) + "&password=" + Browser.encode(OpenIdProvider.PASSWORD);
    }
}
