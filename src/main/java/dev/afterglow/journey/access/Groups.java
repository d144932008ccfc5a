package dev.afterglow.journey.access;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.springframework.stereotype.Component;

/**
 * The groups people belong to and what the engine lets each of them do, made at every start where they are missing. An
 * agent sees the tasks offered to her group and nothing else; only administrators deploy or write filters. Analysts and
 * marketing enter none of the engine's applications: they look at figures.
 */
@Component("groups")
class Groups {

    static final String ADMINISTRATORS = "camunda-admin";
    static final String OPERATORS = "operators";
    static final String SUPERVISORS = "supervisors";
    static final Set<String> WORKING = Set.of("support", "returns", "care", SUPERVISORS);

    private static final Map<String, String> NAMES = Map.of(
            "support",
            "Support",
            "returns",
            "Returns",
            "care",
            "Care and repair",
            SUPERVISORS,
            "Supervisors",
            "analysts",
            "Analysts",
            OPERATORS,
            "Operators",
            "marketing",
            "Marketing",
            ADMINISTRATORS,
            "Administrators");

    private final IdentityService identities;
    private final AuthorizationService rights;

    Groups(IdentityService identities, AuthorizationService rights) {
        this.identities = identities;
        this.rights = rights;
        NAMES.forEach(this::create);
        WORKING.forEach(this::letWork);
        letSupervise();
        letOperate();
        for (var resource : Resources.values()) {
            grant(ADMINISTRATORS, resource, ANY, Permissions.ALL);
        }
    }

    /**
     * One of our groups; dashes are left out where a setting cannot have them.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    static String named(String name) {
        return NAMES.keySet().stream()
                .filter(group -> group.replace("-", "").equalsIgnoreCase(name.replace("-", "")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no group \"" + name
                        + "\" to let anybody into; the groups are " + String.join(", ", new TreeSet<>(NAMES.keySet()))
                        + ". Correct afterglow.access.oidc.groups."));
    }

    private void letWork(String group) {
        grant(group, Resources.APPLICATION, "welcome", Permissions.ACCESS);
        grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(group, Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ);
    }

    private void letSupervise() {
        grant(
                SUPERVISORS,
                Resources.TASK,
                ANY,
                TaskPermissions.READ,
                TaskPermissions.TASK_WORK,
                TaskPermissions.TASK_ASSIGN);
        grant(SUPERVISORS, Resources.USER, ANY, Permissions.READ);
        grant(SUPERVISORS, Resources.GROUP, ANY, Permissions.READ);
    }

    private void letOperate() {
        grant(OPERATORS, Resources.APPLICATION, "welcome", Permissions.ACCESS);
        grant(OPERATORS, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grant(
                OPERATORS,
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.RETRY_JOB,
                ProcessDefinitionPermissions.UPDATE_INSTANCE,
                ProcessDefinitionPermissions.SUSPEND,
                ProcessDefinitionPermissions.SUSPEND_INSTANCE);
        grant(OPERATORS, Resources.DECISION_DEFINITION, ANY, Permissions.READ);
        grant(OPERATORS, Resources.DEPLOYMENT, ANY, Permissions.READ);
    }

    private void create(String id, String name) {
        if (identities.createGroupQuery().groupId(id).count() == 0) {
            var group = identities.newGroup(id);
            group.setName(name);
            group.setType("WORKFLOW");
            identities.saveGroup(group);
        }
    }

    /** What an administrator changed by hand stays: a right that exists is left as it is. */
    private void grant(String group, Resource resource, String id, Permission... permissions) {
        var there = rights.createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id);
        if (there.count() == 0) {
            var right = rights.createNewAuthorization(AUTH_TYPE_GRANT);
            right.setGroupId(group);
            right.setResource(resource);
            right.setResourceId(id);
            List.of(permissions).forEach(right::addPermission);
            rights.saveAuthorization(right);
        }
    }
}
