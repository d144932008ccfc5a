package dev.afterglow.returns;

/**
 * So many of one thing bought.
 *
 * @param line its position in the order, from 0
 */
public record Units(int line, int quantity) {}
