package dev.afterglow.journey.returnhandling;

import dev.afterglow.returns.ExchangeDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Owes the customer a follow-up order. */
@Component("grantExchange")
class GrantExchangeDelegate implements JavaDelegate {

    private final ExchangeDesk exchanges;

    GrantExchangeDelegate(ExchangeDesk exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = ReturnHandlingVariables.returnOf(execution);

        exchanges.grant(id);
    }
}
