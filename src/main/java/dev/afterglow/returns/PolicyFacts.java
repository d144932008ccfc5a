package dev.afterglow.returns;

/**
 * What the return policy asks about.
 *
 * @param finalSale whether something in it is not taken back for a change of mind
 * @param daysSinceDelivery 0 while a parcel is still on its way
 * @param onItsWay whether anything of the order ever left the house
 */
public record PolicyFacts(Return it, boolean finalSale, int daysSinceDelivery, boolean onItsWay) {}
