package dev.afterglow.returns;

import dev.afterglow.order.OrderId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A return about to be kept. */
record NewReturn(
        OrderId order,
        ReturnKind kind,
        String key,
        @Nullable ReturnReason reason,
        @Nullable String note,
        @Nullable String wish,
        String currency,
        Offer.Choice choice,
        ReturnState state,
        @Nullable LocalDate sendBy,
        List<ReturnedLine> lines) {}
