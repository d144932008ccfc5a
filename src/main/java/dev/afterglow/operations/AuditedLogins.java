package dev.afterglow.operations;

import dev.afterglow.journey.People;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Keeps who came, who left, who did not get in, and who tried a door that is not hers. */
@Component
@ConditionalOnWebApplication
class AuditedLogins {

    private final AuditTrail trail;
    private final People people;
    private final Clock clock;
    private final AtomicReference<Instant> lastStranger = new AtomicReference<>(Instant.EPOCH);

    AuditedLogins(AuditTrail trail, People people, Clock clock) {
        this.trail = trail;
        this.people = people;
        this.clock = clock;
    }

    /** Not the calls of programs that send a password each time. */
    @EventListener
    void cameIn(InteractiveAuthenticationSuccessEvent event) {
        trail.add(event.getAuthentication().getName(), "LOGIN", null, null);
    }

    @EventListener
    void left(LogoutSuccessEvent event) {
        trail.add(event.getAuthentication().getName(), "LOGOUT", null, null);
    }

    /** A name nobody has may be a password typed into the wrong field, and a guesser must not fill the table. */
    @EventListener
    void stayedOut(AbstractAuthenticationFailureEvent event) {
        var name = event.getAuthentication().getName();
        if (people.knows(name)) {
            var wait = people.waitOf(name);
            trail.add(name, "LOGIN_FAILED", null, wait.isZero() ? null : "locked for " + (wait.toSeconds() + 1) + " s");
        } else if (isFirstOfTheMinute()) {
            trail.add("unknown", "LOGIN_FAILED", null, null);
        }
    }

    @EventListener
    void stoodBeforeAClosedDoor(AuthorizationDeniedEvent<?> event) {
        var person = (Authentication) event.getAuthentication().get();
        if (event.getObject() instanceof HttpServletRequest request
                && person != null
                && !(person instanceof AnonymousAuthenticationToken)) {
            trail.add(person.getName(), "REFUSED", request.getMethod() + " " + request.getServletPath(), "403");
        }
    }

    private boolean isFirstOfTheMinute() {
        var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return !minute.equals(lastStranger.getAndSet(minute));
    }
}
