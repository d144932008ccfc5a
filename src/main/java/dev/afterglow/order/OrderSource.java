package dev.afterglow.order;

/** Who told us about an order; each source has identities of its own. */
public enum OrderSource {
    SHOPIFY,
    WOOCOMMERCE,
    API
}
