package dev.afterglow.intake.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterglow.intake.Heartbeats;
import dev.afterglow.intake.IntakeSettings;
import dev.afterglow.intake.Telling;
import dev.afterglow.intake.web.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets calls to the API pass that carry one of the configured keys. */
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
                    "No API key is configured. Set afterglow.intake.api-keys to one or more keys and restart.");
        } else if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            refuse(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "api-key-missing",
                    "An API key is missing",
                    "Send the header \"Authorization: Bearer\" followed by an API key.");
        } else if (!isKnown(authorization.substring(BEARER.length()).strip())) {
            refuse(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "api-key-refused",
                    "The API key is refused",
                    "The key in the Authorization header is none of the configured ones. Compare it with"
                            + " afterglow.intake.api-keys.");
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

    /** Compares digests with every key, so that the time taken tells nothing about any of them. */
    private boolean isKnown(String key) {
        var given = digest(key);
        var isKnown = false;
        for (var configured : settings.apiKeys()) {
            isKnown |= MessageDigest.isEqual(digest(configured), given);
        }
        return isKnown;
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

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime knows SHA-256", e);
        }
    }
}
