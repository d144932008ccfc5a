package dev.afterglow.returns;

import java.math.BigDecimal;

/** The shop's rule for what store credit is worth more than money. */
public interface CreditBonus {

    /** How many percent are added. */
    int percent(Fault fault, BigDecimal goods);
}
