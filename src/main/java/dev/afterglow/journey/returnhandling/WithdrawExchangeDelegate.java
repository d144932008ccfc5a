package dev.afterglow.journey.returnhandling;

import dev.afterglow.returns.ExchangeDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the follow-up order back. */
@Component("withdrawExchange")
class WithdrawExchangeDelegate implements JavaDelegate {

    private final ExchangeDesk exchanges;

    WithdrawExchangeDelegate(ExchangeDesk exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = ReturnHandlingVariables.returnOf(execution);

        exchanges.withdraw(id);
    }
}
