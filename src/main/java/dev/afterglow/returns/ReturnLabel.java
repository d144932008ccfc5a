package dev.afterglow.returns;

import dev.afterglow.order.Address;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is printed and stuck on the parcel.
 *
 * @param prepaid whether the shop pays the way back
 * @param to the shop's name and where its returns go, line by line
 */
public record ReturnLabel(
        String number,
        String orderNumber,
        Address from,
        List<String> to,
        boolean prepaid,
        @Nullable LocalDate sendBy,
        List<ReturnedLine> lines) {}
