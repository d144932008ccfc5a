package dev.afterglow.journey.returnhandling;

import dev.afterglow.returns.PolicyFacts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Puts the facts of a return in the words the drawing and its decisions ask in. */
final class PolicyQuestions {

    private PolicyQuestions() {}

    static void ask(PolicyFacts facts, DelegateExecution execution) {
        var it = facts.it();
        ReturnHandlingVariables.WITHDRAWAL.on(execution, it.isWithdrawal());
        ReturnHandlingVariables.ON_ITS_WAY.on(execution, facts.onItsWay());
        ReturnHandlingVariables.RESOLUTION.on(execution, it.resolution().name());
        var reason = it.reason();
        if (reason != null) {
            ReturnHandlingVariables.REASON.on(execution, reason.name());
            ReturnHandlingVariables.FAULT.on(execution, reason.fault().name());
            ReturnHandlingVariables.FINAL_SALE.on(execution, facts.finalSale());
            ReturnHandlingVariables.DAYS_SINCE_DELIVERY.on(execution, facts.daysSinceDelivery());
            ReturnHandlingVariables.GOODS_VALUE.on(execution, wholeUnits(it.goods()));
        }
    }

    /** Rounded up: 500.01 is more than 500. */
    static int wholeUnits(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.CEILING).intValue();
    }
}
