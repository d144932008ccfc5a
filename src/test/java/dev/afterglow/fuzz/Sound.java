package dev.afterglow.fuzz;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether what was understood fits our tables, our mails and our pages, however deep it lies. */
public final class Sound {

    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");
    private static final int LONGEST_TEXT = 2000;
    private static final int MOST_DIGITS = 15;

    private Sound() {}

    /** @throws AssertionError naming the value that is not */
    public static void check(Object value) {
        if (value instanceof String text) {
            expect(text.length() <= LONGEST_TEXT && !UNFIT.matcher(text).find(), "text", text);
        } else if (value instanceof Instant instant) {
            expect(isBelievable(instant.atOffset(java.time.ZoneOffset.UTC).getYear()), "instant", instant);
        } else if (value instanceof LocalDate date) {
            expect(isBelievable(date.getYear()), "date", date);
        } else if (value instanceof BigDecimal amount) {
            expect(
                    amount.precision() - (long) amount.scale() <= MOST_DIGITS
                            && Math.abs(amount.scale()) <= MOST_DIGITS,
                    "amount",
                    amount);
        } else if (value instanceof Locale locale) {
            expect(locale.toLanguageTag().length() <= 35, "locale", locale);
        } else if (value instanceof ZoneId zone) {
            expect(zone.getId().length() <= 64, "zone", zone);
        } else if (value instanceof Collection<?> many) {
            many.forEach(Sound::check);
        } else if (value instanceof Map<?, ?> map) {
            check(map.keySet());
            check(map.values());
        } else if (value instanceof Optional<?> maybe) {
            maybe.ifPresent(Sound::check);
        } else if (value instanceof Record whole) {
            for (var part : whole.getClass().getRecordComponents()) {
                check(of(part, whole));
            }
        }
    }

    private static boolean isBelievable(int year) {
        return year >= 1970 && year < 3000;
    }

    private static Object of(RecordComponent part, Record whole) {
        try {
            var accessor = part.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(whole);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static void expect(boolean isSound, String what, Object value) {
        if (!isSound) {
            throw new AssertionError("An unsound " + what + " was accepted: " + value);
        }
    }
}
