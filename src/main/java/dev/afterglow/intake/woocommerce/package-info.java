/** Reads what WooCommerce tells. */
@NullMarked
package dev.afterglow.intake.woocommerce;

import org.jspecify.annotations.NullMarked;
