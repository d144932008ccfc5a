package dev.afterglow.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.AfterglowTest;
import dev.afterglow.TestShop;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.order.OrderId;
import java.time.Duration;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An incident goes when its job is done, however the job was given another chance. */
@AfterglowTest
class QuietIncidentsTests {

    @Autowired
    TestShop shop;

    @Autowired
    TimeMachine time;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Test
    void endWhenAllJobsOfAStepAreGivenAnotherTry() {
        var order = shop.anOrder().placed();
        time.advance(Duration.ZERO);
        live(order, "Nowhere/At_all");
        time.advance(Duration.ofDays(4));
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(order.toString())
                .singleResult()
                .getId();
        assertThat(incidentsOf(instance)).isEqualTo(1);

        live(order, "Europe/Paris");
        var job = management
                .createJobQuery()
                .processInstanceId(instance)
                .noRetriesLeft()
                .singleResult();
        management.setJobRetriesByJobDefinitionId(job.getJobDefinitionId(), 1);
        assertThat(incidentsOf(instance)).as("nobody has run it yet").isEqualTo(1);
        time.advance(Duration.ofMinutes(1));

        assertThat(incidentsOf(instance)).isZero();
    }

    private void live(OrderId order, String zone) {
        jdbc.sql("update orders set time_zone = :zone where id = :order")
                .param("zone", zone)
                .param("order", order.value())
                .update();
    }

    private long incidentsOf(String instance) {
        return runtime.createIncidentQuery().processInstanceId(instance).count();
    }
}
