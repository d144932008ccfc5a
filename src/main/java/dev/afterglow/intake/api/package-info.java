/** Reads what a shop without a webhook of its own tells through our API. */
@NullMarked
package dev.afterglow.intake.api;

import org.jspecify.annotations.NullMarked;
