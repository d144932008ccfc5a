package dev.afterglow.journey.access;

import dev.afterglow.portal.FormKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** One person's browser: it keeps cookies, follows no redirect, and sends the guards against forged requests. */
public class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String origin;
    private String token = "";

    public Browser(int port) {
        this.origin = "http://localhost:" + port;
    }

    public static Browser of(int port, String person) {
        var browser = new Browser(port);
        browser.login(person, Staff.PASSWORD);
        return browser;
    }

    HttpResponse<String> login(String name, String password) {
        var form =
                "username=" + encode(name) + "&password=" + encode(password) + "&_csrf=" + encode(formToken("/login"));
        return postForm("/login", form);
    }

    HttpResponse<String> logout() {
        return postForm("/logout", "_csrf=" + encode(formToken("/home")));
    }

    /** Opens an application of the engine, which hands out its own guard against forged requests. */
    Browser open(String application) {
        get("/camunda/app/" + application + "/default/");
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Goes where an answer sends to, from one server to another, until it is a page. */
    HttpResponse<String> follow(HttpResponse<String> answer) {
        var here = answer;
        for (var step = 0; step < 10 && here.headers().firstValue("Location").isPresent(); step++) {
            here = open(here.uri().resolve(here.headers().firstValue("Location").orElseThrow()));
        }
        return here;
    }

    HttpResponse<String> open(URI address) {
        return send(
                HttpRequest.newBuilder(address).header("Accept", "text/html").GET());
    }

    /** Fills in the form of a page and follows to where it leads. */
    HttpResponse<String> submit(HttpResponse<String> page, String path, String form) {
        var token = CSRF.matcher(page.body());
        var guarded = token.find() ? form + "&_csrf=" + encode(token.group(1)) : form;
        return follow(send(HttpRequest.newBuilder(page.uri().resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(guarded))));
    }

    /** Any call, an empty form where something would change, with the guards a page of ours would send. */
    HttpResponse<String> call(String method, String path, Map<String, String> headers) {
        var isReading = method.equals("GET");
        var body = isReading
                ? BodyPublishers.noBody()
                : body(path, "form=" + FormKey.fresh().value() + "&_csrf=" + encode(loginToken()));
        var request = request(path).method(method, body);
        if (!isReading) {
            request.header("Content-Type", contentType(path));
        }
        headers.forEach(request::header);
        return send(request);
    }

    HttpResponse<String> send(String method, String path, Map<String, String> headers, String body) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1));
        headers.forEach(request::header);
        return send(request);
    }

    /** As another site's page would: the cookies go along, the guard does not, or is somebody else's. */
    HttpResponse<String> forge(String method, String path, String foreignGuard) {
        var form = foreignGuard.isEmpty() ? "" : "_csrf=" + encode(foreignGuard);
        var request = HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", contentType(path))
                .method(method, body(path, form));
        return send(foreignGuard.isEmpty() ? request : request.header("X-XSRF-TOKEN", foreignGuard));
    }

    private static HttpRequest.BodyPublisher body(String path, String form) {
        return BodyPublishers.ofString(isOfTheEngine(path) ? "{}" : form);
    }

    private static String contentType(String path) {
        return isOfTheEngine(path) ? "application/json" : "application/x-www-form-urlencoded";
    }

    private static boolean isOfTheEngine(String path) {
        return path.startsWith("/camunda/api/");
    }

    /** One session has one token, so it is asked for once. */
    String loginToken() {
        if (token.isEmpty()) {
            token = formToken("/login");
        }
        return token;
    }

    public HttpResponse<String> postForm(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    public HttpResponse<String> json(String method, String path, String body) {
        return send(
                request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body)));
    }

    HttpResponse<String> post(String path, String contentType, byte[] body) {
        return send(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body)));
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** As another site's page, which cannot read the cookie. */
    void forgetGuard() {
        var session = cookie("JSESSIONID");
        cookies.getCookieStore().removeAll();
        var kept = new HttpCookie("JSESSIONID", session);
        kept.setPath("/");
        kept.setVersion(0);
        cookies.getCookieStore().add(URI.create(origin), kept);
    }

    /** The guard against forged requests that a page hands out in its form. */
    public String formToken(String path) {
        var token = CSRF.matcher(get(path).body());
        return token.find() ? token.group(1) : "";
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(origin + path)).header("Accept", "application/json, text/html");
        var guard = cookie("XSRF-TOKEN");
        return guard.isEmpty() ? request : request.header("X-XSRF-TOKEN", guard);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
