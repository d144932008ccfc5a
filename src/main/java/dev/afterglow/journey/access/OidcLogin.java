package dev.afterglow.journey.access;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Lets in whom an OpenID provider knows. Her groups are those the settings give her, never what the provider calls
 * them; she keeps no password here and becomes no user of the engine.
 */
@Component
class OidcLogin implements OAuth2UserService<OidcUserRequest, OidcUser> {

    /** What the engine and the pages can show and look for. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@+-]{1,64}");

    private final OidcUserService provider = new OidcUserService();
    private final OidcSettings settings;
    private final IdentityService identities;
    private final PersonalFilter personalFilter;

    OidcLogin(OidcSettings settings, IdentityService identities, PersonalFilter personalFilter) {
        this.settings = settings;
        this.identities = identities;
        this.personalFilter = personalFilter;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var person = provider.loadUser(request);
        var nameClaim = Optional.ofNullable(request.getClientRegistration()
                        .getProviderDetails()
                        .getUserInfoEndpoint()
                        .getUserNameAttributeName())
                .orElse(IdTokenClaimNames.SUB);
        var name = Optional.ofNullable(person.getClaimAsString(nameClaim)).orElse("");
        refuseUnless(NAME.matcher(name).matches(), "name_not_usable");
        // Whoever chooses her own name there must not become somebody who has a password here.
        refuseUnless(identities.createUserQuery().userId(name).count() == 0, "name_taken");
        var groups = settings.ours(theirs(person.getClaims()));
        refuseUnless(!groups.isEmpty(), "no_group");
        personalFilter.ensureFor(name, groups);
        var authorities = groups.stream().map(SimpleGrantedAuthority::new).toList();
        return new DefaultOidcUser(authorities, person.getIdToken(), person.getUserInfo(), nameClaim);
    }

    private Set<String> theirs(Map<String, Object> claims) {
        return texts(claimed(claims, settings.groupsClaim())).collect(Collectors.toSet());
    }

    /** A claim may have a dot in its name, as those that are web addresses do, or lead into another. */
    private static @Nullable Object claimed(Map<?, ?> claims, String name) {
        var dot = name.indexOf('.');
        if (claims.containsKey(name) || dot < 0) {
            return claims.get(name);
        }
        return claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? claimed(inner, name.substring(dot + 1))
                : null;
    }

    private static Stream<String> texts(@Nullable Object claim) {
        if (claim instanceof Collection<?> several) {
            return several.stream().filter(String.class::isInstance).map(String.class::cast);
        }
        return claim instanceof String one ? Stream.of(one) : Stream.empty();
    }

    private static void refuseUnless(boolean allowed, String why) {
        if (!allowed) {
            throw new OAuth2AuthenticationException(new OAuth2Error(why));
        }
    }
}
