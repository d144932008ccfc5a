package dev.afterglow.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/** A request's body, byte for byte: signatures and repeats are about bytes, not about what they mean. */
public final class RawBody {

    private RawBody() {}

    /** @throws Refusal when the body is empty or longer than allowed */
    public static byte[] read(HttpServletRequest request, int longest) throws IOException {
        var body = request.getContentLengthLong() > longest
                ? new byte[longest + 1]
                : request.getInputStream().readNBytes(longest + 1);
        if (body.length > longest) {
            throw Refusal.of(
                    HttpStatus.PAYLOAD_TOO_LARGE,
                    "body-too-large",
                    "The body is too large",
                    "At most " + longest / 1024
                            + " KiB are read in one call. Send one order per call; many orders go to"
                            + " POST /api/imports/orders as a file.");
        }
        return body;
    }
}
