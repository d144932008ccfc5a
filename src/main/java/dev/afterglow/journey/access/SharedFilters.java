package dev.afterglow.journey.access;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import dev.afterglow.customer.Shop;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/**
 * The filters everybody who works with tasks finds at the first login. A filter shows only tasks its reader may see
 * anyway. Queries hold no expressions, so the two that depend on the time are set anew when somebody looks.
 */
@Component
@DependsOn("groups")
class SharedFilters {

    /** The variables a task in the list shows; our own words only, never a customer's. */
    private static final List<Map<String, String>> SHOWN = List.of(
            Map.of("name", "why", "label", "Why"),
            Map.of("name", "rmaNumber", "label", "Return"),
            Map.of("name", "caseNumber", "label", "Case"));

    private static final String OVERDUE = "Overdue";
    private static final String DUE_TODAY = "Due today";

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService rights;
    private final Clock clock;
    private final Shop shop;
    private Instant timedAt = Instant.MIN;

    SharedFilters(FilterService filters, TaskService tasks, AuthorizationService rights, Clock clock, Shop shop) {
        this.filters = filters;
        this.tasks = tasks;
        this.rights = rights;
        this.clock = clock;
        this.shop = shop;
        for (var group : Groups.WORKING) {
            var waiting = urgentFirst().taskCandidateGroup(group);
            create(
                    "My group: " + group,
                    "Waits until somebody of " + group + " takes it on",
                    10,
                    waiting,
                    Set.of(group));
        }
        var returns = urgentFirst().processDefinitionKey("returnHandling");
        var detractors = urgentFirst().taskDefinitionKey("userTask_callBack");
        var vip = urgentFirst().taskVariableValueEquals("vip", true);
        create(OVERDUE, "Should have been done by now", 20, overdue(), Groups.WORKING);
        create(DUE_TODAY, "To be done before the day ends", 30, dueToday(), Groups.WORKING);
        create("Returns", "Everything that belongs to a return", 40, returns, Groups.WORKING);
        create("Detractors", "Unhappy customers who wait for a call", 50, detractors, Groups.WORKING);
        create("VIP", "Our best customers", 60, vip, Groups.WORKING);
    }

    /** Moves the two filters that depend on the time, at most once a minute. */
    synchronized void followTheClock() {
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (now.equals(timedAt)) {
            return;
        }
        try {
            setQuery(OVERDUE, overdue());
            setQuery(DUE_TODAY, dueToday());
        } catch (OptimisticLockingException anotherNodeDidIt) {
            // It set the same times.
        }
        timedAt = now;
    }

    private TaskQuery urgentFirst() {
        return tasks.createTaskQuery().orderByDueDate().asc();
    }

    private TaskQuery overdue() {
        return urgentFirst().dueBefore(Date.from(clock.instant()));
    }

    private TaskQuery dueToday() {
        var now = clock.instant();
        var endOfDay = now.atZone(shop.zone()).with(LocalTime.MAX).toInstant();
        return urgentFirst().dueAfter(Date.from(now)).dueBefore(Date.from(endOfDay));
    }

    private void create(String name, String description, int place, TaskQuery query, Set<String> readers) {
        var existing = filters.createTaskFilterQuery().filterName(name).singleResult();
        var filter = existing != null
                ? existing
                : filters.saveFilter(
                        filters.newTaskFilter(name).setQuery(query).setProperties(properties(description, place)));
        readers.forEach(group -> letRead(group, filter.getId()));
    }

    static Map<String, Object> properties(String description, int place) {
        var properties = new HashMap<String, Object>();
        properties.put("description", description);
        properties.put("priority", place);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", SHOWN);
        return properties;
    }

    private void letRead(String group, String filter) {
        var there = rights.createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(Resources.FILTER)
                .resourceId(filter);
        if (there.count() == 0) {
            var right = rights.createNewAuthorization(AUTH_TYPE_GRANT);
            right.setGroupId(group);
            right.setResource(Resources.FILTER);
            right.setResourceId(filter);
            right.addPermission(Permissions.READ);
            rights.saveAuthorization(right);
        }
    }

    private void setQuery(String name, TaskQuery query) {
        var filter = filters.createTaskFilterQuery().filterName(name).singleResult();
        if (filter != null) {
            filters.saveFilter(filter.setQuery(query));
        }
    }
}
