package dev.afterglow.journey.touchpoint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The touchpoints planned in each deployed drawing; read once per version. */
@Component
public class DrawnTouchpoints {

    private static final String JOURNEY = "postPurchaseJourney";

    private final RepositoryService drawings;
    private final Map<String, List<DrawnTouchpoint>> known = new ConcurrentHashMap<>();

    DrawnTouchpoints(@Lazy RepositoryService drawings) {
        this.drawings = drawings;
    }

    /** All of a version, first day first. */
    public List<DrawnTouchpoint> of(String definitionId) {
        return known.computeIfAbsent(definitionId, id -> DrawnTouchpoint.allIn(drawings.getBpmnModelInstance(id)));
    }

    /** All that a journey started now would follow. */
    public List<DrawnTouchpoint> ofLatestJourney() {
        return of(drawings.createProcessDefinitionQuery()
                .processDefinitionKey(JOURNEY)
                .latestVersion()
                .singleResult()
                .getId());
    }

    /** The day a version plans a touchpoint for, or nothing when it follows no day. */
    Optional<Integer> dayOf(String definitionId, String touchpoint) {
        return of(definitionId).stream()
                .filter(planned -> planned.touchpoint().equals(touchpoint))
                .map(DrawnTouchpoint::day)
                .findFirst();
    }
}
