package dev.afterglow.message;

import org.jspecify.annotations.Nullable;

/**
 * What the reader sees.
 *
 * @param html absent for plain-text touchpoints
 */
public record RenderedMessage(String subject, @Nullable String html, String text) {}
