package dev.afterglow.journey.returnhandling;

import dev.afterglow.loyalty.VoucherReason;
import dev.afterglow.loyalty.Vouchers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the voucher back. */
@Component("voidVoucher")
class VoidVoucherDelegate implements JavaDelegate {

    private final Vouchers vouchers;

    VoidVoucherDelegate(Vouchers vouchers) {
        this.vouchers = vouchers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = ReturnHandlingVariables.returnOf(execution);

        vouchers.takeBack(VoucherReason.RETURN, id.toString());
    }
}
