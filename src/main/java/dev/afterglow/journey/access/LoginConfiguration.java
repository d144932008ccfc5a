package dev.afterglow.journey.access;

import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.springframework.stereotype.Component;

/** How the engine keeps passwords, and how long it makes a guesser wait. */
@Component
class LoginConfiguration extends AbstractProcessEnginePlugin {

    private static final int SHORTEST_PASSWORD = 12;

    /** Seconds after the first wrong try, so that a typing error goes unnoticed; then twice as long each time. */
    private static final int FIRST_WAIT = 1;

    private static final int TIMES = 2;

    /** Seconds. */
    private static final int LONGEST_WAIT = 900;

    /** Then an administrator must unlock; so many tries take a day, so that nobody is shut out by a few. */
    private static final int MOST_TRIES = 100;

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setPasswordEncryptor(new BcryptPasswords());
        engine.setSaltGenerator(() -> "");
        engine.setEnablePasswordPolicy(true);
        engine.setPasswordPolicy(longPasswords());
        engine.setLoginDelayBase(FIRST_WAIT);
        engine.setLoginDelayFactor(TIMES);
        engine.setLoginDelayMaxTime(LONGEST_WAIT);
        engine.setLoginMaxAttempts(MOST_TRIES);
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
    }

    /** Length beats odd characters, and no password may contain its owner's name. */
    private static PasswordPolicy longPasswords() {
        var rules = List.of(new PasswordPolicyLengthRuleImpl(SHORTEST_PASSWORD), new PasswordPolicyUserDataRuleImpl());
        return () -> List.copyOf(rules);
    }
}
