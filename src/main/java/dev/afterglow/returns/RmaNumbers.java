package dev.afterglow.returns;

import dev.afterglow.order.OrderId;
import java.security.SecureRandom;

/** Draws RMA numbers: the order for people, forty random bits so that nobody guesses another's. */
final class RmaNumbers {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int SUFFIX = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RmaNumbers() {}

    static String next(OrderId order) {
        var number = new StringBuilder("RMA-").append(order).append('-');
        for (var i = 0; i < SUFFIX; i++) {
            number.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return number.toString();
    }
}
