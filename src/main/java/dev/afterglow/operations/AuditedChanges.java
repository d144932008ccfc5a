package dev.afterglow.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps what people change, in our pages and in the engine's applications alike: who, which address, what came of it. */
class AuditedChanges extends OncePerRequestFilter {

    private static final String ENGINE = "/camunda/api/engine/engine/default/";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** The engine's applications ask by POST; the last word of the address tells. */
    private static final Set<String> ASKING = Set.of(
            "list",
            "singleresult",
            "count",
            "task",
            "process-instance",
            "execution",
            "incident",
            "job",
            "job-definition",
            "variable-instance",
            "activity-instance",
            "decision-instance",
            "batch");

    private final AuditTrail trail;

    AuditedChanges(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod()) || request.getUserPrincipal() == null || isQuestion(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var person = request.getUserPrincipal().getName();
        var status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            var path = request.getRequestURI().replace(ENGINE, "");
            trail.add(person, "CHANGE", request.getMethod() + " " + path, Integer.toString(status));
        }
    }

    private static boolean isQuestion(HttpServletRequest request) {
        var path = request.getRequestURI().toLowerCase(Locale.ROOT);
        return path.startsWith("/camunda/api/")
                && "POST".equals(request.getMethod())
                && (path.startsWith("/camunda/api/cockpit/plugin/")
                        || ASKING.contains(path.substring(path.lastIndexOf('/') + 1)));
    }
}
