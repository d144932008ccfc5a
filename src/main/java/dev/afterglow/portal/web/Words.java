package dev.afterglow.portal.web;

import org.jspecify.annotations.Nullable;

/** Words typed into a form. */
final class Words {

    /** What the forms' fields allow; the modules take no more. */
    static final int LONGEST = 4000;

    private Words() {}

    /** Nothing but spaces is nothing; what goes beyond the field's end was put there by hand and is cut. */
    static @Nullable String shortened(@Nullable String text) {
        return shortened(text, LONGEST);
    }

    static @Nullable String shortened(@Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var words = text.strip().replace("\r\n", "\n");
        return words.length() <= longest ? words : words.substring(0, longest);
    }
}
