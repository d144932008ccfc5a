package dev.afterglow.journey.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks once a minute whether somebody who logged in with a password still belongs here, for a session may last for
 * days. Whoever is gone or changed groups is logged out; her next login gives her what she has now.
 */
class StillMember extends OncePerRequestFilter {

    private static final String ASKED = StillMember.class.getName();
    private static final Duration TRUST = Duration.ofMinutes(1);

    private final IdentityService identities;
    private final Clock clock;

    StillMember(IdentityService identities, Clock clock) {
        this.identities = identities;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null
                && request.getUserPrincipal() instanceof UsernamePasswordAuthenticationToken person
                && isTimeToAsk(session)) {
            if (!groupsNow(person.getName()).equals(groupsAtLogin(person))) {
                session.invalidate();
                SecurityContextHolder.clearContext();
                response.sendRedirect(request.getContextPath() + "/login");
                return;
            }
            session.setAttribute(ASKED, clock.instant());
        }
        chain.doFilter(request, response);
    }

    private boolean isTimeToAsk(HttpSession session) {
        return !(session.getAttribute(ASKED) instanceof Instant asked)
                || clock.instant().isAfter(asked.plus(TRUST));
    }

    private Set<String> groupsNow(String person) {
        return identities.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }

    private static Set<String> groupsAtLogin(UsernamePasswordAuthenticationToken person) {
        return person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
    }
}
