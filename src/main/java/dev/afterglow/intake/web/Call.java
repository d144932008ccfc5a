package dev.afterglow.intake.web;

import dev.afterglow.intake.Delivery;
import dev.afterglow.intake.IntakeSettings;
import dev.afterglow.intake.Sender;
import dev.afterglow.intake.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** One webhook call before it is believed. */
record Call(Sender sender, HttpServletRequest request, byte[] body) {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_TOPIC = 100;
    private static final int LONGEST_HEADER = 300;

    private static final Pattern TELLING =
            Pattern.compile("(?i)(x-)?shopify-.*|x-wc-.*|aftership-.*|am-.*|user-agent|content-(type|length)");
    private static final Pattern SECRET = Pattern.compile("(?i)hmac|signature|token|secret|key|auth");

    /** @throws Refusal when the sender has no secret here or did not sign with it */
    String signedWith(IntakeSettings.Source source, String... headers) {
        if (source.secrets().isEmpty()) {
            var key = "afterglow.intake." + sender.name().toLowerCase(Locale.ROOT) + ".secrets";
            throw Refusal.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "source-not-configured",
                    sender.title() + " is not connected",
                    "No secret is configured, and nothing unsigned is believed. Set " + key
                            + " to the secret of the webhook and restart.");
        }
        try {
            return Signatures.check(body, headers[0], header(headers).orElse(null), source.secrets());
        } catch (Signatures.Refused e) {
            throw Refusal.of(
                    HttpStatus.UNAUTHORIZED,
                    "signature-refused",
                    "The signature of " + sender.title() + " is refused",
                    String.valueOf(e.getMessage()));
        }
    }

    /** @throws Refusal when the call does not say what it is about */
    Delivery delivery(String signature, String topicHeader, String topic, @Nullable String id, @Nullable String event) {
        if (topic.isBlank() || topic.length() > LONGEST_TOPIC) {
            throw Refusal.of(
                    HttpStatus.BAD_REQUEST,
                    "header-missing",
                    "A header is missing",
                    "The header " + topicHeader + " must name the topic of the call.");
        }
        // A null character is no text to a database, and no sender means one.
        var text = new String(body, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
        return new Delivery(
                sender,
                fit(id).orElseGet(this::fingerprint),
                topic,
                fit(event).orElse(null),
                signature,
                headers(),
                text);
    }

    /** The first of these headers that is there. */
    Optional<String> header(String... names) {
        for (var name : names) {
            var value = request.getHeader(name);
            if (value != null && !value.isBlank()) {
                return Optional.of(value.strip());
            }
        }
        return Optional.empty();
    }

    /** The headers that say what the call was, one a line; what signs or authorizes it is left out. */
    private String headers() {
        return Collections.list(request.getHeaderNames()).stream()
                .filter(name ->
                        TELLING.matcher(name).matches() && !SECRET.matcher(name).find())
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .map(name -> name + ": " + Texts.fit(request.getHeader(name), LONGEST_HEADER))
                .collect(Collectors.joining("\n"));
    }

    private static Optional<String> fit(@Nullable String id) {
        return Optional.ofNullable(id)
                .filter(text -> text.length() <= LONGEST_ID)
                .map(text -> Texts.fit(text, LONGEST_ID));
    }

    /** A call without an id is the same as another when its body is. */
    private String fingerprint() {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime knows SHA-256", e);
        }
    }
}
