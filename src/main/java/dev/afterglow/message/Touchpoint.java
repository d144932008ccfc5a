package dev.afterglow.message;

import dev.afterglow.customer.Purpose;
import java.time.Period;

/**
 * A planned contact, as its folder under {@code messages/} describes it.
 *
 * @param key the folder's name
 * @param validFor how long after it was due it is still worth sending
 */
public record Touchpoint(String key, Purpose purpose, Objective objective, Format format, Period validFor) {}
