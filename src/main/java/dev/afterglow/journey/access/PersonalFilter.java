package dev.afterglow.journey.access;

import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/**
 * Gives everybody who works with tasks a filter of their own tasks. One for all would need an expression in a stored
 * query, and those are switched off.
 */
@Component
class PersonalFilter {

    private static final String NAME = "My tasks";

    private final FilterService filters;
    private final TaskService tasks;

    PersonalFilter(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    void ensureFor(String person, List<String> groups) {
        if (groups.stream().noneMatch(Groups.WORKING::contains) || has(person)) {
            return;
        }
        filters.saveFilter(filters.newTaskFilter(NAME)
                .setOwner(person)
                .setQuery(tasks.createTaskQuery()
                        .taskAssignee(person)
                        .orderByDueDate()
                        .asc())
                .setProperties(SharedFilters.properties("What you have taken on, most urgent first", 0)));
    }

    private boolean has(String person) {
        return filters.createTaskFilterQuery()
                        .filterName(NAME)
                        .filterOwner(person)
                        .count()
                > 0;
    }
}
