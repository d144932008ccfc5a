package dev.afterglow.journey.returnhandling;

import dev.afterglow.returns.ExchangeDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the number of the follow-up order. */
@Component("confirmExchange")
class ConfirmExchangeDelegate implements JavaDelegate {

    private final ExchangeDesk exchanges;

    ConfirmExchangeDelegate(ExchangeDesk exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = ReturnHandlingVariables.returnOf(execution);
        var number = Answers.field(execution, "followUpNumber");

        exchanges.place(id, number, Answers.person(execution));
    }
}
