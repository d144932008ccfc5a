package dev.afterglow.intake;

/** Who delivers webhooks to us. */
public enum Sender {
    SHOPIFY("Shopify"),
    WOOCOMMERCE("WooCommerce"),
    AFTERSHIP("AfterShip");

    private final String title;

    Sender(String title) {
        this.title = title;
    }

    /** Its name as people write it. */
    public String title() {
        return title;
    }
}
