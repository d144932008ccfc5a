package dev.afterglow.journey.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the drawings, decisions and forms under names that do not depend on where the application runs. When one of
 * them changed, all are deployed together, because a task finds its form in its own deployment.
 */
@Component
class ProcessDeployment {

    private static final List<String> PATTERNS = List.of("processes/**/*.bpmn", "processes/**/*.dmn", "forms/*.form");

    ProcessDeployment(RepositoryService repository, ResourcePatternResolver resources) throws IOException {
        var deployment = repository
                .createDeployment()
                .name("afterglow")
                .source("afterglow")
                .enableDuplicateFiltering(false);
        for (var resource : find(resources)) {
            try (var content = resource.getInputStream()) {
                deployment.addInputStream(nameOf(resource), content);
            }
        }
        deployment.deploy();
    }

    private static List<Resource> find(ResourcePatternResolver resources) throws IOException {
        var found = new ArrayList<Resource>();
        for (var pattern : PATTERNS) {
            found.addAll(List.of(resources.getResources("classpath*:" + pattern)));
        }
        found.sort((one, other) -> nameOf(one).compareTo(nameOf(other)));
        return found;
    }

    private static String nameOf(Resource resource) {
        try {
            var url = resource.getURL().toString();
            return url.substring(Math.max(url.lastIndexOf("/processes/"), url.lastIndexOf("/forms/")) + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
