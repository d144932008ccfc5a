package dev.afterglow.returns;

/**
 * What the return policy asks about.
 *
 * @param finalSale whether something in it is not taken back for a change of mind
 * @param daysSinceDelivery 0 while a parcel is still on its way
 * @param onItsWay whether anything of it is with the customer or on its way: it left the house, and is not back yet
 */
public record PolicyFacts(Return it, boolean finalSale, int daysSinceDelivery, boolean onItsWay) {}
