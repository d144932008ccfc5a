package dev.afterglow.journey.returnhandling;

import dev.afterglow.returns.ReturnProgress;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps that the money was paid back. */
@Component("confirmRefund")
class ConfirmRefundDelegate implements JavaDelegate {

    private final ReturnProgress returns;

    ConfirmRefundDelegate(ReturnProgress returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = ReturnHandlingVariables.returnOf(execution);
        var reference = Answers.field(execution, "refundReference");

        returns.refund(id, reference, Answers.person(execution));
    }
}
