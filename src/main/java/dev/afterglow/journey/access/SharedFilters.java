package dev.afterglow.journey.access;

import java.util.List;
import java.util.Map;

/** The filters everybody finds in the task list. */
class SharedFilters {

    /** The variables a task in the list shows; ids and words only, never a customer's own text. */
    static final List<Map<String, String>> SHOWN = List.of(
            Map.of("name", "orderNumber", "label", "Order"),
            Map.of("name", "customer", "label", "Customer"),
            Map.of("name", "rmaNumber", "label", "Return"),
            Map.of("name", "reason", "label", "Reason"),
            Map.of("name", "score", "label", "Score"));
}
