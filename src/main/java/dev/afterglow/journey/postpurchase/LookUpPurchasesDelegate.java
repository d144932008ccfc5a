package dev.afterglow.journey.postpurchase;

import dev.afterglow.order.OrderId;
import dev.afterglow.order.Orders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks up whether the customer has bought again since. */
@Component("lookUpPurchases")
class LookUpPurchasesDelegate implements JavaDelegate {

    private final Orders orders;

    LookUpPurchasesDelegate(Orders orders) {
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var order = OrderId.parse(execution.getProcessBusinessKey());

        var boughtAgain = orders.boughtAgain(order);

        PostPurchaseJourneyVariables.BOUGHT_AGAIN.on(execution, boughtAgain);
    }
}
