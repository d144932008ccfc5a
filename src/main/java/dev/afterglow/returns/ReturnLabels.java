package dev.afterglow.returns;

import dev.afterglow.customer.Shop;
import dev.afterglow.order.Address;
import dev.afterglow.order.Order;
import dev.afterglow.order.Orders;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a customer prints for the way back. */
@Component
public class ReturnLabels {

    private final ReturnRecords records;
    private final MergedReturns merged;
    private final Orders orders;
    private final ReturnSettings settings;
    private final Shop shop;

    ReturnLabels(ReturnRecords records, MergedReturns merged, Orders orders, ReturnSettings settings, Shop shop) {
        this.records = records;
        this.merged = merged;
        this.orders = orders;
        this.settings = settings;
        this.shop = shop;
    }

    /**
     * What is printed and stuck on the parcel.
     *
     * @throws java.util.NoSuchElementException when there is no such return
     */
    public ReturnLabel of(ReturnId id) {
        var it = records.byId(id).orElseThrow();
        var order = orders.byId(it.order());
        return new ReturnLabel(
                it.number(),
                order.map(Order::number).orElse(""),
                order.map(Order::address).orElse(Address.NONE),
                destination(),
                !it.isWithdrawal() && it.fee().signum() == 0,
                it.sendBy(),
                merged.toSend(id));
    }

    /**
     * The RMA number as a QR code, a PNG picture.
     *
     * @throws java.util.NoSuchElementException when there is no such return
     */
    public byte[] qrCode(ReturnId id) {
        return QrCode.png(records.byId(id).orElseThrow().number());
    }

    private List<String> destination() {
        var address = settings.address();
        var lines = new ArrayList<>(List.of(shop.name()));
        lines.addAll(List.of((address == null ? shop.postalAddress() : address).split("\\s*[,\\n]\\s*")));
        return lines;
    }
}
