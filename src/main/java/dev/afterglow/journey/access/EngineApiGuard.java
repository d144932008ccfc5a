package dev.afterglow.journey.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/**
 * Stands before the API of the engine's web applications, whose last public version evaluates expressions a task query
 * brings along (CVE-2026-109432). Nothing that is named like an expression gets through, from nobody; drawings, filters,
 * people and variables are changed by administrators only.
 */
class EngineApiGuard extends OncePerRequestFilter {

    static final int LARGEST_BODY = 1_000_000;

    private static final int DEEPEST = 50;
    private static final String EXPRESSION = "expression";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> ADMINISTRATED =
            Set.of("deployment", "filter", "variables", "localvariables", "variables-async");
    private static final Set<String> OF_PEOPLE = Set.of("user", "group", "tenant", "authorization");
    private static final Set<String> ONES_OWN = Set.of("profile", "credentials");

    /** In a command these hold new values by name; in a query of the same name they are a list of conditions. */
    private static final Set<String> VALUES = Set.of(
            "variables",
            "localvariables",
            "processvariables",
            "processvariableslocal",
            "processvariablestotriggeredscope",
            "modifications");

    private static final Set<String> HUMAN_WORK = Set.of("complete", "submit-form", "resolve");
    private static final Set<String> ASKING = Set.of("list", "singleresult", "count");

    private final UrlPathHelper paths = new UrlPathHelper();
    private final ObjectMapper json = new ObjectMapper();
    private final JsonFactory strict = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var refusal = refusalOf(request);
        if (refusal != null) {
            refuse(response, refusal);
            return;
        }
        if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            refuse(response, new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send the body as it is, not compressed."));
            return;
        }
        var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        var bodyRefusal = refusalOf(request, body);
        if (bodyRefusal != null) {
            refuse(response, bodyRefusal);
            return;
        }
        chain.doFilter(new ReadRequest(request, body), response);
    }

    private @Nullable Refusal refusalOf(HttpServletRequest request) {
        var path = List.of(
                paths.getPathWithinApplication(request).toLowerCase(Locale.ROOT).split("/"));
        if (path.contains("setup") || path.contains("auth") && path.contains("login")) {
            return new Refusal(HttpStatus.NOT_FOUND, "There is no such page.");
        }
        if (namesExpression(request.getQueryString())) {
            return Refusal.ofExpression();
        }
        var asking = READING.contains(request.getMethod())
                || path.contains("filter") && ASKING.contains(path.get(path.size() - 1));
        var administrated = path.stream().anyMatch(ADMINISTRATED::contains) || isOfOtherPeople(path, request);
        if (!asking && administrated && !isAdministrator(request)) {
            return new Refusal(HttpStatus.FORBIDDEN, "Only an administrator may change this.");
        }
        return null;
    }

    private @Nullable Refusal refusalOf(HttpServletRequest request, byte[] body) throws IOException {
        if (body.length > LARGEST_BODY) {
            return new Refusal(HttpStatus.PAYLOAD_TOO_LARGE, "This is too large: at most one megabyte.");
        }
        var type = request.getContentType();
        if (type != null && type.toLowerCase(Locale.ROOT).strip().startsWith("multipart/")) {
            return isAdministrator(request)
                    ? null
                    : new Refusal(HttpStatus.FORBIDDEN, "Only an administrator may send files.");
        }
        return refusalOf(body, isAdministrator(request) || isHumanWork(request));
    }

    /** Everybody may change her own name and password, at {@code user/<her id>/…}; whoever else does is administered. */
    private static boolean isOfOtherPeople(List<String> path, HttpServletRequest request) {
        var user = path.indexOf("user");
        var person = request.getUserPrincipal();
        var own = user >= 0
                && path.size() == user + 3
                && person != null
                && person.getName().equalsIgnoreCase(path.get(user + 1))
                && ONES_OWN.contains(path.get(user + 2));
        return path.contains("engine") && path.stream().anyMatch(OF_PEOPLE::contains) && !own;
    }

    /** A form hands in what somebody filled in; its step takes what it asked for and nothing else. */
    private boolean isHumanWork(HttpServletRequest request) {
        var path = List.of(paths.getPathWithinApplication(request).split("/"));
        return path.size() > 2
                && path.get(path.size() - 3).equals("task")
                && HUMAN_WORK.contains(path.get(path.size() - 1));
    }

    /** Reads to the end, whatever the body says it is, as the same library does behind this guard. */
    private @Nullable Refusal refusalOf(byte[] body, boolean maySetValues) throws IOException {
        try (var parser = strict.createParser(body)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.FIELD_NAME) {
                    continue;
                }
                var name = parser.currentName();
                if (isExpression(name)) {
                    return Refusal.ofExpression();
                }
                if (!maySetValues
                        && VALUES.contains(name.toLowerCase(Locale.ROOT))
                        && parser.nextToken() == JsonToken.START_OBJECT
                        && parser.nextToken() != JsonToken.END_OBJECT) {
                    return Refusal.ofValues();
                }
            }
            return null;
        } catch (JsonParseException | StreamConstraintsException e) {
            return new Refusal(HttpStatus.BAD_REQUEST, "This is not JSON the server can read.");
        }
    }

    private static boolean namesExpression(@Nullable String query) {
        return query != null
                && Arrays.stream(query.split("[&;]"))
                        .map(parameter -> parameter.split("=", 2)[0])
                        .map(name -> URLDecoder.decode(name, StandardCharsets.UTF_8))
                        .anyMatch(EngineApiGuard::isExpression);
    }

    private static boolean isExpression(String name) {
        return name.strip().toLowerCase(Locale.ROOT).endsWith(EXPRESSION);
    }

    private static boolean isAdministrator(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication person
                && person.getAuthorities().stream()
                        .anyMatch(group -> Groups.ADMINISTRATORS.equals(group.getAuthority()));
    }

    private void refuse(HttpServletResponse response, Refusal refusal) throws IOException {
        response.setStatus(refusal.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(
                response.getOutputStream(),
                Map.of(
                        "title", refusal.status().getReasonPhrase(),
                        "status", refusal.status().value(),
                        "detail", refusal.why()));
    }
}
