package dev.afterglow.journey.postpurchase;

import dev.afterglow.order.OrderId;
import dev.afterglow.order.OrderRegister;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks up whether every parcel has arrived. */
@Component("lookUpDelivery")
class LookUpDeliveryDelegate implements JavaDelegate {

    private final OrderRegister orders;

    LookUpDeliveryDelegate(OrderRegister orders) {
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var order = OrderId.parse(execution.getProcessBusinessKey());

        var delivered = orders.isDelivered(order);

        PostPurchaseJourneyVariables.DELIVERED.on(execution, delivered);
    }
}
