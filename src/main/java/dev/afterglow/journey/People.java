package dev.afterglow.journey;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/** The people who run the shop: they log in here, and the engine knows them by the same name. */
@Component
@DependsOn("groups")
public class People {

    private final IdentityService identities;
    private final Clock clock;

    People(IdentityService identities, Clock clock) {
        this.identities = identities;
        this.clock = clock;
    }

    /** Adds a person to groups that exist; one who is there already keeps her password. */
    public void add(String id, String firstName, String lastName, String password, List<String> groups) {
        if (identities.createUserQuery().userId(id).count() > 0) {
            return;
        }
        var user = identities.newUser(id);
        user.setFirstName(firstName);
        user.setLastName(lastName);
        user.setPassword(password);
        identities.saveUser(user);
        groups.forEach(group -> identities.createMembership(id, group));
    }

    /** Whether somebody of this name has a password here. */
    public boolean knows(String id) {
        return identities.createUserQuery().userId(id).count() > 0;
    }

    /** How long nobody gets in under this name after wrong tries; zero when there is nothing to wait for. */
    public Duration waitOf(String id) {
        var locked = identities.createUserQuery().userId(id).singleResult() instanceof UserEntity user
                ? user.getLockExpirationTime()
                : null;
        var wait = locked == null ? Duration.ZERO : Duration.between(clock.instant(), locked.toInstant());
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
