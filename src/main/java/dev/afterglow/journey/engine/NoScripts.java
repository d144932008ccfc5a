package dev.afterglow.journey.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Knows no script language: what a drawing does stands in a delegate that was reviewed. */
class NoScripts implements ScriptEngineResolver {

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        // None is ever used.
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        throw refusal();
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean fromCache) {
        throw refusal();
    }

    private static BadUserRequestException refusal() {
        return new BadUserRequestException("Scripts do not run here; draw a task that names a delegate instead.");
    }
}
