package dev.afterglow.operations;

import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.stereotype.Component;

/** The door for people an OpenID provider knows; without a configured provider it is not there. */
@Component
class OutsideLogin {

    private final @Nullable ClientRegistrationRepository providers;

    OutsideLogin(ObjectProvider<ClientRegistrationRepository> providers) {
        this.providers = providers.getIfAvailable();
    }

    /** A provider as the login page offers it. */
    record Door(String name, String path) {}

    List<Door> doors() {
        if (!(providers instanceof Iterable<?> known)) {
            return List.of();
        }
        return StreamSupport.stream(known.spliterator(), false)
                .filter(ClientRegistration.class::isInstance)
                .map(ClientRegistration.class::cast)
                .map(provider -> new Door(
                        provider.getClientName(),
                        OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI + "/"
                                + provider.getRegistrationId()))
                .toList();
    }

    /** PKCE although we keep a secret: a stolen code is worth nothing. */
    void openIn(HttpSecurity http) throws Exception {
        if (providers == null) {
            return;
        }
        var requests = new DefaultOAuth2AuthorizationRequestResolver(
                providers, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        http.oauth2Login(login -> login.loginPage("/login")
                .failureUrl("/login?refused")
                .defaultSuccessUrl("/home")
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(requests)));
    }

    /** What follows a logout on our pages: the login page, and from there the logout at the provider. */
    LogoutSuccessHandler afterLogoutByForm() {
        var here = new SimpleUrlLogoutSuccessHandler();
        here.setDefaultTargetUrl("/login?goodbye");
        return afterLogout(here);
    }

    /** What follows a logout in the engine's applications, which go to the login page by themselves. */
    LogoutSuccessHandler afterLogoutByScript() {
        return afterLogout(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT));
    }

    private LogoutSuccessHandler afterLogout(LogoutSuccessHandler here) {
        return providers == null ? here : new Departure(providers, here);
    }
}
