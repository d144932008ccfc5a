package dev.afterglow.journey;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/** The people who run the shop: they log in here, and the engine knows them by the same name. */
@Component
@DependsOn("groups")
public class People {

    private final IdentityService identities;

    People(IdentityService identities) {
        this.identities = identities;
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
}
