package dev.afterglow.operations;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.stereotype.Component;

/** Knows, by the rules that guard them, which pages would refuse whoever looks: no page shows her a link there. */
@Component
class OpenDoors {

    private final ObjectProvider<WebInvocationPrivilegeEvaluator> rules;

    OpenDoors(ObjectProvider<WebInvocationPrivilegeEvaluator> rules) {
        this.rules = rules;
    }

    /** Whether a link there leads on; who has not said who she is may say so at the door. */
    public boolean to(String path) {
        var person = SecurityContextHolder.getContext().getAuthentication();
        return person == null
                || person instanceof AnonymousAuthenticationToken
                || rules.getObject().isAllowed(path, person);
    }
}
