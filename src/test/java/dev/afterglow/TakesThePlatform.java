package dev.afterglow;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The engine's applications look for an engine by its name, and a JVM has one of each name: the last one started, or none
 * once it was closed. Each class of tests gets that of its own shop back.
 */
public class TakesThePlatform implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        ProcessEngines.registerProcessEngine(
                SpringExtension.getApplicationContext(context).getBean(ProcessEngine.class));
    }
}
