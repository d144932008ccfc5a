package dev.afterglow.intake.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import dev.afterglow.intake.Moments;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Dates and times of a call; a year nobody can mean is a value of the wrong kind. */
final class BelievableTimes<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1;

    private final transient JsonDeserializer<T> reader;
    private final transient Consumer<T> check;

    private BelievableTimes(Class<T> type, JsonDeserializer<T> reader, Consumer<T> check) {
        super(type);
        this.reader = reader;
        this.check = check;
    }

    static SimpleModule module() {
        return new SimpleModule()
                .addDeserializer(
                        OffsetDateTime.class,
                        new BelievableTimes<>(
                                OffsetDateTime.class,
                                InstantDeserializer.OFFSET_DATE_TIME,
                                at -> Moments.believable(at.toInstant())))
                .addDeserializer(
                        LocalDate.class,
                        new BelievableTimes<>(LocalDate.class, LocalDateDeserializer.INSTANCE, Moments::believable));
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var written = parser.getText();
        var read = reader.deserialize(parser, context);
        if (read == null) {
            return null;
        }
        try {
            check.accept(read);
            return read;
        } catch (DateTimeException e) {
            return (T) context.handleWeirdStringValue(handledType(), written, "not believable");
        }
    }
}
