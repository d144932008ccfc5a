package dev.afterglow.intake.api;

import dev.afterglow.intake.web.Refusal;
import dev.afterglow.order.Attempts;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Does a call once and answers its repetitions with the first answer. */
@Component
class Repeats {

    private static final String KEY_HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;

    private final IdempotentAnswers answers;
    private final Attempts attempts;

    Repeats(IdempotentAnswers answers, Attempts attempts) {
        this.answers = answers;
        this.attempts = attempts;
    }

    /** Runs the work and keeps its answer in one transaction. */
    ResponseEntity<String> answer(HttpServletRequest request, byte[] body, Supplier<Answer> work) {
        var key = request.getHeader(KEY_HEADER);
        if (key == null || key.isBlank()) {
            return response(attempts.inTransaction(work), false);
        }
        if (key.length() > LONGEST_KEY) {
            throw Refusal.of(
                    HttpStatus.BAD_REQUEST,
                    "idempotency-key-too-long",
                    "The idempotency key is too long",
                    "The header " + KEY_HEADER + " must not be longer than " + LONGEST_KEY + " characters.");
        }
        var hash = hash(request, body);
        return attempts.inTransaction(
                () -> answers.byKey(key).map(given -> replay(given, hash)).orElseGet(() -> {
                    var answer = work.get();
                    answers.insert(key, hash, answer);
                    return response(answer, false);
                }));
    }

    private static ResponseEntity<String> replay(IdempotentAnswers.Given given, String hash) {
        if (!given.requestHash().equals(hash)) {
            throw Refusal.of(
                    HttpStatus.CONFLICT,
                    "idempotency-key-reused",
                    "The idempotency key was used for another call",
                    "A call with this " + KEY_HEADER
                            + " but another path or body was answered before. Use a new key for"
                            + " a new call, and the same body when you repeat one.");
        }
        return response(given.answer(), true);
    }

    private static ResponseEntity<String> response(Answer answer, boolean isReplay) {
        var response = ResponseEntity.status(answer.status()).contentType(MediaType.APPLICATION_JSON);
        if (answer.location() != null) {
            response.location(URI.create(answer.location()));
        }
        if (isReplay) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.body(answer.body());
    }

    private static String hash(HttpServletRequest request, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (request.getMethod() + " " + request.getRequestURI() + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime knows SHA-256", e);
        }
    }
}
