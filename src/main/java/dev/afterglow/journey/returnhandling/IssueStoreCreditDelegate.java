package dev.afterglow.journey.returnhandling;

import dev.afterglow.journey.touchpoint.Dossiers;
import dev.afterglow.loyalty.VoucherReason;
import dev.afterglow.loyalty.Vouchers;
import dev.afterglow.returns.ReturnProgress;
import dev.afterglow.returns.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Issues a voucher for what was given back. */
@Component("issueStoreCredit")
class IssueStoreCreditDelegate implements JavaDelegate {

    private final Returns returns;
    private final ReturnProgress progress;
    private final Vouchers vouchers;
    private final Dossiers dossiers;

    IssueStoreCreditDelegate(Returns returns, ReturnProgress progress, Vouchers vouchers, Dossiers dossiers) {
        this.returns = returns;
        this.progress = progress;
        this.vouchers = vouchers;
        this.dossiers = dossiers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = ReturnHandlingVariables.returnOf(execution);
        var it = returns.byId(id).orElseThrow();
        var customer = dossiers.of(execution).customer().id();

        vouchers.issue(customer, VoucherReason.RETURN, id.toString(), it.amount(), it.currency());

        progress.settle(id, Answers.person(execution), null);
    }
}
