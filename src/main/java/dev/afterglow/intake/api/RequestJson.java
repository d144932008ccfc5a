package dev.afterglow.intake.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import dev.afterglow.intake.Payload;
import dev.afterglow.intake.web.RawBody;
import dev.afterglow.intake.web.Refusal;
import dev.afterglow.intake.web.Refusal.FieldProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads and checks the JSON of a call, and names every field at fault at once. */
@Component
class RequestJson {

    static final int LONGEST_BODY = 1024 * 1024;

    /** Ids are compared, printed and written into headers; the half characters JSON can spell are none. */
    static final String ONE_LINE = "[^\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]*";

    static final String ON_ONE_LINE = "must be readable characters on one line";

    private static final int LONGEST_TEXT = 20_000;

    private static final String TOO_MUCH = "The body is nested deeper than " + Payload.DEEPEST
            + " levels or has a text longer than " + LONGEST_TEXT + " characters.";

    private final Validator validator;
    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Payload.DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .build())
            .addModules(new JavaTimeModule(), BelievableTimes.module(), new ParameterNamesModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addHandler(new FieldNotes())
            .build();

    RequestJson(Validator validator) {
        this.validator = validator;
    }

    /** @throws Refusal when the call is not JSON or too large */
    byte[] body(HttpServletRequest request) throws IOException {
        var type = request.getContentType();
        if (type == null || !type.matches("(?i)application/([a-z.-]+\\+)?json\\s*(;.*)?")) {
            throw Refusal.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "content-type-unsupported",
                    "The content type is not supported",
                    "Send the body as JSON with the header \"Content-Type: application/json\".");
        }
        return RawBody.read(request, LONGEST_BODY);
    }

    /** @throws Refusal when the body cannot be read as such a request, or a field is at fault */
    <T> T read(byte[] body, Class<T> type) {
        var problems = new ArrayList<FieldProblem>();
        var request = parsed(body, type, problems);
        var unreadable = problems.stream().map(FieldProblem::field).toList();
        validator.validate(request).stream()
                .map(violation -> new FieldProblem(path(violation), violation.getMessage()))
                .filter(problem -> !unreadable.contains(problem.field()))
                .forEach(problems::add);
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparing(FieldProblem::field));
            throw Refusal.of(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "invalid-fields",
                    "Some fields are at fault",
                    problems.size() == 1
                            ? "The field " + problems.get(0).field() + " "
                                    + problems.get(0).message() + "."
                            : problems.size() + " fields are at fault; each is named under \"errors\".",
                    problems);
        }
        return request;
    }

    private static String path(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().toString().replace(".<list element>", "");
    }

    private <T> T parsed(byte[] body, Class<T> type, List<FieldProblem> problems) {
        if (body.length == 0) {
            throw malformed("The body is empty; it must be a JSON object.");
        }
        try {
            T request = json.readerFor(type)
                    .withAttribute(FieldNotes.PROBLEMS, problems)
                    .readValue(body);
            if (request == null) {
                throw malformed("The body is null; it must be a JSON object.");
            }
            return request;
        } catch (StreamConstraintsException e) {
            throw malformed(TOO_MUCH);
        } catch (JsonMappingException e) {
            throw malformed(
                    e.getCause() instanceof StreamConstraintsException
                            ? TOO_MUCH
                            : "The body is not the JSON object that is expected here" + at(e) + ".");
        } catch (JsonProcessingException e) {
            throw malformed("The body is not JSON" + at(e) + ".");
        } catch (NumberFormatException e) {
            throw malformed("The body has a number nobody can mean.");
        } catch (IOException e) {
            throw malformed("The body is not JSON in UTF-8.");
        }
    }

    private static String at(JsonProcessingException e) {
        var location = e.getLocation();
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static Refusal malformed(String detail) {
        return Refusal.of(HttpStatus.BAD_REQUEST, "malformed-json", "The body cannot be read", detail);
    }
}
