package dev.afterglow.support;

/**
 * What the triage of a case depends on.
 *
 * @param productKnown whether it is about a product of the catalogue
 * @param warrantyRunning whether that product's warranty has not ended
 * @param loyalCustomer whether she had bought before
 * @param orderValue of the order, in whole units of its currency
 */
public record Circumstances(boolean productKnown, boolean warrantyRunning, boolean loyalCustomer, int orderValue) {}
