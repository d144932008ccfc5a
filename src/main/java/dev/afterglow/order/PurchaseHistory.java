package dev.afterglow.order;

import java.util.Set;

/**
 * What the customer of an order has bought from the shop.
 *
 * @param ordersSoFar up to this order and including it
 * @param skus everything she ever bought, later and returned things included
 * @param returnedLately whether she gave back something of this order or of the one before
 */
public record PurchaseHistory(int ordersSoFar, Set<String> skus, boolean returnedLately) {}
