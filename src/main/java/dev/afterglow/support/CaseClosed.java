package dev.afterglow.support;

import dev.afterglow.order.OrderId;

/**
 * A case was closed.
 *
 * @param complaintSolved whether something had gone wrong and was put right
 */
public record CaseClosed(OrderId order, CaseId id, boolean complaintSolved) {}
