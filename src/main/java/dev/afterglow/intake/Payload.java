package dev.afterglow.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A JSON body read by field name; missing, null and empty are all "not told". */
public final class Payload {

    /** Deeper than this nobody nests an order. */
    public static final int DEEPEST = 50;

    private static final JsonMapper JSON = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JsonNode node;

    private Payload(JsonNode node) {
        this.node = node;
    }

    /** @throws Unreadable when the text is no JSON object */
    public static Payload of(String body) {
        try {
            var node = JSON.readTree(body);
            if (!node.isObject()) {
                throw new Unreadable("The body is not a JSON object");
            }
            return new Payload(node);
        } catch (JsonProcessingException e) {
            throw new Unreadable("The body is not JSON: " + e.getOriginalMessage());
        } catch (NumberFormatException e) {
            throw new Unreadable("The body has a number nobody can mean");
        }
    }

    /** A nested object; all of its fields are missing when it is. */
    public Payload at(String field) {
        return new Payload(node.path(field));
    }

    /** Whether the field is there with a value, be it an empty list. */
    public boolean has(String field) {
        return node.hasNonNull(field);
    }

    /** Whether this object is there and not empty. */
    public boolean isTold() {
        return !(node instanceof MissingNode) && !node.isNull() && !node.isEmpty();
    }

    /** The objects of a list, none when it is missing. */
    public List<Payload> list(String field) {
        return StreamSupport.stream(node.path(field).spliterator(), false)
                .map(Payload::new)
                .toList();
    }

    /** The plain values of a list. */
    public List<String> texts(String field) {
        return StreamSupport.stream(node.path(field).spliterator(), false)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** A text or number as text, or null. */
    public @Nullable String text(String field) {
        var value = node.path(field);
        if (!value.isValueNode() || value.isNull() || value.asText().isBlank()) {
            return null;
        }
        return value.asText().strip();
    }

    /** A text that fits its place, or null. */
    public @Nullable String text(String field, int longest) {
        return Texts.fit(text(field), longest);
    }

    /** @throws Unreadable when the field is missing */
    public String required(String field) {
        var text = text(field, 100);
        if (text == null) {
            throw new Unreadable("The field \"" + field + "\" is missing");
        }
        return text;
    }

    /** Whether the field is true. */
    public boolean flag(String field) {
        return node.path(field).asBoolean(false);
    }

    /** A whole number, zero when missing. */
    public int number(String field) {
        return node.path(field).asInt(0);
    }

    /** @throws Unreadable when the field is told and is no amount */
    public @Nullable BigDecimal amount(String field) {
        var text = text(field);
        if (text == null) {
            return null;
        }
        return Texts.amount(text)
                .orElseThrow(() -> new Unreadable("The field \"" + field + "\" is no amount: " + Texts.fit(text, 40)));
    }

    /** @throws Unreadable when the field is told and is no date and time with an offset */
    public @Nullable Instant instant(String field) {
        var text = text(field);
        if (text == null) {
            return null;
        }
        try {
            return Moments.believable(
                    OffsetDateTime.parse(text.replace(' ', 'T')).toInstant());
        } catch (DateTimeException e) {
            throw new Unreadable(
                    "The field \"" + field + "\" is no date and time with an offset: " + Texts.fit(text, 40));
        }
    }
}
