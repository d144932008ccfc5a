package dev.afterglow.journey;

import dev.afterglow.customer.CustomerErased;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends and forgets whatever the engine does or did for a customer who asked to be forgotten. */
@Component
class ErasedJourneys {

    private static final String WHY = "The customer asked to be forgotten";

    private final JdbcClient jdbc;
    private final RuntimeService engine;
    private final HistoryService history;

    ErasedJourneys(JdbcClient jdbc, RuntimeService engine, HistoryService history) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.history = history;
    }

    @EventListener
    void on(CustomerErased event) {
        ordersOf(event).forEach(order -> {
            engine.createProcessInstanceQuery()
                    .processInstanceBusinessKey(order)
                    .list()
                    .forEach(instance -> engine.deleteProcessInstance(instance.getId(), WHY, true, true));
            history.createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(order)
                    .list()
                    .forEach(instance -> history.deleteHistoricProcessInstance(instance.getId()));
        });
    }

    /** A journey's business key is its order's id. */
    private List<String> ordersOf(CustomerErased event) {
        return jdbc.sql("select id from orders where customer_id = :customer")
                .param("customer", event.customer().value())
                .query((row, number) -> Long.toString(row.getLong("id")))
                .list();
    }
}
