package dev.afterglow;

import jakarta.servlet.ServletContextEvent;
import org.camunda.bpm.admin.impl.web.bootstrap.AdminContainerBootstrap;
import org.camunda.bpm.cockpit.impl.web.bootstrap.CockpitContainerBootstrap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.tasklist.impl.web.bootstrap.TasklistContainerBootstrap;
import org.camunda.bpm.welcome.impl.web.bootstrap.WelcomeContainerBootstrap;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.web.context.WebApplicationContext;

/**
 * Each class of tests gets the engine and the engine's applications of its own shop. The applications look for an engine
 * by its name, and a JVM has one of each name: the last one started. What they learned about it they remember, and the
 * first shop that closes takes the applications of all with it. Journeys of earlier classes end: their orders stay, but
 * nobody waits for mails of theirs whenever time goes on.
 */
public class TakesThePlatform implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        var shop = (WebApplicationContext) SpringExtension.getApplicationContext(context);
        var engine = shop.getBean(ProcessEngine.class);
        ProcessEngines.registerProcessEngine(engine);
        forgetJourneys(engine);
        var started = new ServletContextEvent(shop.getServletContext());
        new CockpitContainerBootstrap().contextInitialized(started);
        new AdminContainerBootstrap().contextInitialized(started);
        new TasklistContainerBootstrap().contextInitialized(started);
        new WelcomeContainerBootstrap().contextInitialized(started);
    }

    /** Ends every instance where it stands, without a word to anybody. */
    public static void forgetJourneys(ProcessEngine engine) {
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .list()
                .forEach(instance ->
                        engine.getRuntimeService().deleteProcessInstance(instance.getId(), "over", true, true));
    }
}
