package dev.afterglow.intake.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import dev.afterglow.intake.web.Refusal.FieldProblem;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes a value of the wrong kind and reads on, so that all of them can be named. */
final class FieldNotes extends DeserializationProblemHandler {

    static final String PROBLEMS = "problems";

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> target, String value, String failure) {
        return note(context, target);
    }

    @Override
    public @Nullable Object handleWeirdNumberValue(
            DeserializationContext context, Class<?> target, Number value, String failure) {
        return note(context, target);
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType target, JsonToken token, JsonParser parser, String failure)
            throws IOException {
        if (parser.getParsingContext().pathAsPointer().matches()) {
            return NOT_HANDLED;
        }
        note(context, target.getRawClass());
        parser.skipChildren();
        return null;
    }

    @Override
    public @Nullable Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> target,
            ValueInstantiator instantiator,
            JsonParser parser,
            String failure)
            throws IOException {
        if (parser.getParsingContext().pathAsPointer().matches()) {
            return NOT_HANDLED;
        }
        note(context, target);
        parser.skipChildren();
        return null;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object note(DeserializationContext context, Class<?> target) {
        var pointer = context.getParser().getParsingContext().pathAsPointer().toString();
        var field = pointer.substring(1).replaceAll("/(\\d+)", "[$1]").replace('/', '.');
        ((List<FieldProblem>) context.getAttribute(PROBLEMS)).add(new FieldProblem(field, wanted(target)));
        return null;
    }

    private static String wanted(Class<?> target) {
        if (target == OffsetDateTime.class) {
            return "must be a date and time with an offset, such as 2026-05-14T11:23:45+02:00";
        }
        if (target == LocalDate.class) {
            return "must be a date, such as 2026-05-20";
        }
        if (target == ZoneId.class) {
            return "must be a time zone, such as Europe/Paris";
        }
        if (target == Boolean.class) {
            return "must be true or false";
        }
        if (target == BigDecimal.class || target == Integer.class) {
            return "must be a number";
        }
        if (target.isEnum()) {
            return "must be one of "
                    + Arrays.toString(target.getEnumConstants()).replaceAll("[\\[\\]]", "");
        }
        if (List.class.isAssignableFrom(target)) {
            return "must be a list";
        }
        return target == String.class ? "must be text" : "must be an object";
    }
}
