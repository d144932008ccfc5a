package dev.afterglow.journey.access;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * The one login: names, passwords and groups are those the engine keeps, and so is the wait after wrong tries. Whoever
 * guesses learns nothing: a wrong name, a wrong password and a locked person get the same answer in the same time.
 */
@Component
class EngineLogin implements AuthenticationProvider {

    private final IdentityService identities;
    private final PersonalFilter personalFilter;
    private final BcryptPasswords passwords = new BcryptPasswords();
    private final String nobodysPassword = passwords.encrypt("nobody");

    EngineLogin(IdentityService identities, PersonalFilter personalFilter) {
        this.identities = identities;
        this.personalFilter = personalFilter;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var name = attempt.getName();
        if (!knows(name, String.valueOf(attempt.getCredentials()))) {
            throw new BadCredentialsException("Name and password do not fit");
        }
        var groups = identities.createGroupQuery().groupMember(name).list().stream()
                .map(Group::getId)
                .toList();
        personalFilter.ensureFor(name, groups);
        var authorities = groups.stream().map(SimpleGrantedAuthority::new).toList();
        return UsernamePasswordAuthenticationToken.authenticated(name, null, authorities);
    }

    private boolean knows(String name, String password) {
        if (identities.createUserQuery().userId(name).count() == 0) {
            passwords.check(password, nobodysPassword);
            return false;
        }
        return identities.checkPassword(name, password);
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
