package dev.afterglow.portal.web;

import dev.afterglow.portal.PortalSettings;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away who opens customers' pages faster than a household clicks, before a link is even looked at. */
class CallerLimit extends OncePerRequestFilter {

    private static final int MOST_CALLERS = 50_000;
    private static final String SECONDS_UNTIL_RETRY = "60";

    private final int pagesPerMinute;
    private final Map<String, Bucket> callers = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CALLERS;
        }
    });

    CallerLimit(PortalSettings settings) {
        this.pagesPerMinute = settings.pagesPerCallerAndMinute();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var bucket = callers.computeIfAbsent(request.getRemoteAddr(), ignored -> bucket());
        if (bucket.tryConsume(1)) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_RETRY);
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(pagesPerMinute).refillGreedy(pagesPerMinute, Duration.ofMinutes(1)))
                .build();
    }
}
