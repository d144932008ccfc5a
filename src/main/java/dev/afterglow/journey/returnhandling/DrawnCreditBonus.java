package dev.afterglow.journey.returnhandling;

import dev.afterglow.returns.CreditBonus;
import dev.afterglow.returns.Fault;
import java.math.BigDecimal;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks resolution-bonus.dmn what store credit is worth more than money. */
@Component
class DrawnCreditBonus implements CreditBonus {

    private static final String DECISION = "resolutionBonus";

    /** Asked for when the first offer is made: the engine starts after the modules. */
    private final ObjectProvider<DecisionService> decisions;

    DrawnCreditBonus(ObjectProvider<DecisionService> decisions) {
        this.decisions = decisions;
    }

    @Override
    public int percent(Fault fault, BigDecimal goods) {
        var facts = Variables.createVariables()
                .putValue(ReturnHandlingVariables.FAULT.name(), fault.name())
                .putValue(ReturnHandlingVariables.GOODS_VALUE.name(), PolicyQuestions.wholeUnits(goods));
        Integer percent = decisions
                .getObject()
                .evaluateDecisionTableByKey(DECISION, facts)
                .getSingleResult()
                .getSingleEntry();
        return percent;
    }
}
