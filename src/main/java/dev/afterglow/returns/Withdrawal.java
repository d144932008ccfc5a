package dev.afterglow.returns;

import dev.afterglow.order.OrderId;
import java.time.Instant;

/**
 * A customer's statement that she withdraws from the contract, as it was received.
 *
 * @param email where the receipt goes
 * @param content what the receipt repeats, in the order's language
 * @param contentHash SHA-256 of the content in UTF-8, hexadecimal
 */
public record Withdrawal(
        OrderId order,
        ReturnId id,
        String name,
        String email,
        String content,
        String contentHash,
        Instant receivedAt) {}
