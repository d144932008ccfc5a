/** Reads what Shopify tells. */
@NullMarked
package dev.afterglow.intake.shopify;

import org.jspecify.annotations.NullMarked;
