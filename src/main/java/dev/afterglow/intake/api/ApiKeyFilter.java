package dev.afterglow.intake.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterglow.intake.ApiKey;
import dev.afterglow.intake.ApiScope;
import dev.afterglow.intake.Heartbeats;
import dev.afterglow.intake.IntakeSettings;
import dev.afterglow.intake.Telling;
import dev.afterglow.intake.web.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets calls to the API pass that carry one of the configured keys, each as far as its scopes go. */
class ApiKeyFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";
    private static final String PUBLISHED = "/api/reviews";

    private final IntakeSettings settings;
    private final Heartbeats heartbeats;
    private final ObjectMapper json;

    ApiKeyFilter(IntakeSettings settings, Heartbeats heartbeats, ObjectMapper json) {
        this.heartbeats = heartbeats;
        this.settings = settings;
        this.json = json;
    }

    /** What is published is for everybody. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && request.getRequestURI().startsWith(PUBLISHED);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (settings.apiKeys().isEmpty()) {
            refuse(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "api-not-configured",
                    "The API is closed",
                    "No API key is configured. Put the name, hash and scopes of one or more keys into"
                            + " afterglow.intake.api-keys and restart.");
        } else if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            refuse(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "api-key-missing",
                    "An API key is missing",
                    "Send the header \"Authorization: Bearer\" followed by an API key.");
        } else {
            judge(bearer(authorization), request, response, chain);
        }
    }

    private void judge(
            Optional<ApiKey> key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var scope = ApiScope.of(request.getMethod(), request.getServletPath());
        if (key.isEmpty()) {
            refuse(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "api-key-refused",
                    "The API key is refused",
                    "The key in the Authorization header is none of those whose hashes stand in"
                            + " afterglow.intake.api-keys.");
        } else if (scope.filter(key.get().scopes()::contains).isEmpty()) {
            refuse(
                    response,
                    HttpStatus.FORBIDDEN,
                    "api-scope-missing",
                    "The API key does not open this",
                    "The key \"" + key.get().name() + "\" is known but "
                            + scope.map(needed -> "lacks the scope " + needed.title()
                                            + ". Add it under afterglow.intake.api-keys if it should have it.")
                                    .orElse("no key opens this method and path."));
        } else {
            if (!"GET".equals(request.getMethod())) {
                heartbeats.heard(Heartbeats.API);
            }
            try {
                chain.doFilter(request, response);
            } finally {
                MDC.remove(Telling.ORDER);
            }
        }
    }

    /** Looks at every key, so that the time taken tells nothing about any of them. */
    private Optional<ApiKey> bearer(String authorization) {
        var given = authorization.substring(BEARER.length()).strip();
        var fitting = Optional.<ApiKey>empty();
        for (var key : settings.apiKeys()) {
            fitting = key.is(given) ? Optional.of(key) : fitting;
        }
        return fitting;
    }

    private void refuse(HttpServletResponse response, HttpStatus status, String kind, String title, String detail)
            throws IOException {
        response.setStatus(status.value());
        if (status == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Afterglow\"");
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), Refusal.problem(status, kind, title, detail));
    }
}
