package dev.afterglow.journey.access;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Lets Tasklist, Cockpit and Admin know who is logged in, so that nobody logs in twice. */
class WebappLogin extends ContainerBasedAuthenticationFilter {

    @Override
    public void init(FilterConfig config) {
        authenticationProvider = new SamePerson();
    }

    private static class SamePerson implements AuthenticationProvider {

        @Override
        public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
            if (!(request.getUserPrincipal() instanceof Authentication person) || !person.isAuthenticated()) {
                return AuthenticationResult.unsuccessful();
            }
            var result = AuthenticationResult.successful(person.getName());
            result.setGroups(person.getAuthorities().stream()
                    .map(GrantedAuthority::getAuthority)
                    .toList());
            return result;
        }

        @Override
        public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
            // The login page asks; a browser's own password box would be a second login.
        }
    }
}
