package dev.afterglow.returns;

import dev.afterglow.order.OrderId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a customer gives back.
 *
 * @param number the RMA number: printed on the label, guessed by nobody
 * @param reason absent for a withdrawal, which needs none
 * @param goods what was paid for the things
 * @param fee what the way back costs her
 * @param amount what she gets: goods and bonus less fee, or what an agent granted
 * @param words of the agent who refused it or granted less
 * @param refusedFor the policy's word: {@code FINAL_SALE}, {@code WINDOW_CLOSED}, {@code GUARANTEE_OVER}
 * @param sendBy the last day to send the parcel, absent until the return is approved
 */
public record Return(
        ReturnId id,
        OrderId order,
        ReturnKind kind,
        String number,
        @Nullable ReturnReason reason,
        Resolution resolution,
        @Nullable String note,
        @Nullable String wish,
        String currency,
        BigDecimal goods,
        BigDecimal bonus,
        BigDecimal fee,
        BigDecimal amount,
        ReturnState state,
        @Nullable String words,
        @Nullable String refusedFor,
        @Nullable LocalDate sendBy,
        Instant requestedAt,
        @Nullable Instant arrivedAt,
        @Nullable Instant settledAt,
        @Nullable String handling,
        List<ReturnedLine> lines) {

    /** Whether it is a withdrawal from the contract. */
    public boolean isWithdrawal() {
        return kind == ReturnKind.WITHDRAWAL;
    }

    /** Whether the customer herself may still take it back: until her parcel has arrived. */
    public boolean mayBeTakenBackByCustomer() {
        return kind == ReturnKind.RETURN
                && (state == ReturnState.REQUESTED || state == ReturnState.IN_REVIEW || state == ReturnState.APPROVED);
    }
}
