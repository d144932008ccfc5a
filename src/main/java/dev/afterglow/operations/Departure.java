package dev.afterglow.operations;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/**
 * Remembers, when somebody logs out who came from an OpenID provider, where to log her out there. Neither a script's
 * request nor a form may be redirected to another server, so the login page she lands on sends her on.
 */
class Departure extends OidcClientInitiatedLogoutSuccessHandler {

    private static final String ONWARD = Departure.class.getName();

    private final LogoutSuccessHandler here;

    Departure(ClientRegistrationRepository providers, LogoutSuccessHandler here) {
        super(providers);
        this.here = here;
        setPostLogoutRedirectUri("{baseUrl}/login?goodbye");
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException, ServletException {
        var onward = determineTargetUrl(request, response, person);
        if (onward.startsWith("http")) {
            request.getSession().setAttribute(ONWARD, onward);
        }
        here.onLogoutSuccess(request, response, person);
    }

    /** Where the visitor who just logged out has to go on to; asked once. */
    static Optional<String> onward(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(ONWARD) instanceof String onward)) {
            return Optional.empty();
        }
        session.removeAttribute(ONWARD);
        return Optional.of(onward);
    }
}
