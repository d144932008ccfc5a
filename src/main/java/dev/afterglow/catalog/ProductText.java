package dev.afterglow.catalog;

import org.jspecify.annotations.Nullable;

/** A product's words in one language; what is missing falls back to the shop's own. */
public record ProductText(
        @Nullable String title,
        @Nullable String guideUrl,
        @Nullable String care) {}
