package dev.afterglow.journey.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.AfterglowTest;
import dev.afterglow.TestShop;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.Orders;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AfterglowTest
class TaskContextTests {

    @Autowired
    TestShop shop;

    @Autowired
    TimeMachine time;

    @Autowired
    RuntimeService engine;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    HistoryService history;

    @Autowired
    RepositoryService drawings;

    @Autowired
    Orders orders;

    private String deployment = "";

    @BeforeEach
    void drawSomethingForAPerson() {
        var drawing = Bpmn.createExecutableProcess("somethingForAPerson")
                .camundaHistoryTimeToLive(30)
                .startEvent()
                .userTask("userTask_look")
                .name("Look at it")
                .camundaDueDate("${calendar.businessHours(execution, 24)}")
                .endEvent()
                .done();
        deployment = drawings.createDeployment()
                .addModelInstance("something-for-a-person.bpmn", drawing)
                .deploy()
                .getId();
    }

    @AfterEach
    void tidy() {
        drawings.deleteDeployment(deployment, true);
    }

    @Test
    void namesTheTaskAfterOrderAndCustomer() {
        var order = shop.anOrder().placed();
        var number = orders.byId(order).orElseThrow().number();

        assertThat(taskFor(order).getName()).isEqualTo("Look at it · " + number + " · Anna A.");
    }

    @Test
    void tellsWhoBoughtWhatAndWhatWasSaid() {
        var order = shop.anOrder().reading(Locale.FRENCH).placed();
        time.advance(Duration.ZERO);

        var task = taskFor(order);

        assertThat(tasks.getVariablesLocal(task.getId()))
                .containsEntry("customerName", "Anna Ami")
                .containsEntry("customerLanguage", "French")
                .containsEntry("items", "1 × A lamp")
                .containsEntry("orderTotal", "€89.00")
                .extractingByKey("story")
                .asString()
                .contains("order confirmation · sent");
    }

    @Test
    void promisesInBusinessTime() {
        var task = taskFor(shop.anOrder().placed());

        assertThat(task.getDueDate().toInstant()).isAfterOrEqualTo(time.now().plus(Duration.ofHours(23)));
    }

    @Test
    void leavesNothingAboutThePersonInTheEngineOnceTheTaskIsDone() {
        var task = taskFor(shop.anOrder().placed());

        forms.submitTaskForm(task.getId(), Map.of("story", "something a person wrote"));

        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .list())
                .isEmpty();
        assertThat(history.createHistoricDetailQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .list())
                .isEmpty();
    }

    private Task taskFor(OrderId order) {
        var instance = engine.startProcessInstanceByKey("somethingForAPerson", order.toString());
        return tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
    }
}
