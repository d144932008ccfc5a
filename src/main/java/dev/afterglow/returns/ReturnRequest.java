package dev.afterglow.returns;

import dev.afterglow.order.OrderId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer asks for on her page.
 *
 * @param units of each line of the order
 * @param note her own words, if any
 * @param wish what she wants instead, for an exchange
 * @param key of the form she sent, at most 64 characters: sent twice, it is one return
 */
public record ReturnRequest(
        OrderId order,
        List<Units> units,
        ReturnReason reason,
        Resolution resolution,
        @Nullable String note,
        @Nullable String wish,
        String key) {

    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_NOTE = 2000;
    private static final int LONGEST_WISH = 300;

    public ReturnRequest {
        note = note == null || note.isBlank() ? null : shortened(note.strip(), LONGEST_NOTE);
        wish = wish == null || wish.isBlank() ? null : shortened(wish.strip(), LONGEST_WISH);
        key = shortened(key, LONGEST_KEY);
    }

    static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
