package dev.afterglow.journey.feedbackfollowup;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Who is working: the person whose click carries the step. */
@Component
class Colleague {

    private static final String UNKNOWN = "unknown";

    private final IdentityService identities;

    Colleague(IdentityService identities) {
        this.identities = identities;
    }

    /** Her login. */
    String atWork() {
        var authentication = identities.getCurrentAuthentication();
        return authentication == null || authentication.getUserId() == null ? UNKNOWN : authentication.getUserId();
    }
}
