package dev.afterglow.journey.postpurchase;

import dev.afterglow.order.OrderId;
import dev.afterglow.support.SupportDesk;
import dev.afterglow.support.Topic;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens a search for a parcel that has not arrived, unless somebody looks for it already. */
@Component("openParcelSearch")
class OpenParcelSearchDelegate implements JavaDelegate {

    private final SupportDesk desk;
    private final Branches branches;

    OpenParcelSearchDelegate(SupportDesk desk, Branches branches) {
        this.desk = desk;
        this.branches = branches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var order = OrderId.parse(execution.getProcessBusinessKey());

        var opened = desk.openForJourney(order, Topic.PARCEL_SEARCH);

        opened.ifPresent(id -> branches.open(Branch.SUPPORT, order.toString(), id.toString()));
    }
}
