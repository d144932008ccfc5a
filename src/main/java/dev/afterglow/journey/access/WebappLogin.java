package dev.afterglow.journey.access;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Lets Tasklist, Cockpit and Admin know who is logged in, so that nobody logs in twice. */
class WebappLogin extends ContainerBasedAuthenticationFilter {

    @Override
    public void init(FilterConfig config) {
        authenticationProvider = new SamePerson();
    }

    /** The engine knows its own users only; whoever comes from an OpenID provider has her groups and nothing else. */
    @Override
    protected UserAuthentication createAuthentication(
            ProcessEngine engine, String person, List<String> groups, List<String> tenants) {
        var known = super.createAuthentication(engine, person, groups, tenants);
        if (known != null) {
            return known;
        }
        var guest = new UserAuthentication(person, engine.getName());
        guest.setGroupIds(groups);
        guest.setTenantIds(List.of());
        guest.setAuthorizedApps(Stream.concat(
                        Stream.of(AuthenticationUtil.APP_WELCOME), Arrays.stream(AuthenticationUtil.APPS))
                .filter(application -> engine.getAuthorizationService()
                        .isUserAuthorized(person, groups, Permissions.ACCESS, Resources.APPLICATION, application))
                .collect(Collectors.toSet()));
        return guest;
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
