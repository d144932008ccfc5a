package dev.afterglow.customer;

/**
 * A customer asked to be forgotten. Told before her rows go, in the transaction that removes them: whoever keeps
 * anything of her elsewhere removes it now. Tables that reference her or her orders go by cascade.
 *
 * @param email her address
 */
public record CustomerErased(CustomerId customer, EmailAddress email) {}
