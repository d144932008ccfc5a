package dev.afterglow.message;

import dev.afterglow.customer.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The right to write to a customer of our own accord, decided on what was known: it is lost when we wrote to her since.
 *
 * @param lastContact when we had last written to her as the decision was made
 */
public record Turn(CustomerId customer, @Nullable Instant lastContact) {}
