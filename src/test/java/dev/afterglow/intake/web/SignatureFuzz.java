package dev.afterglow.intake.web;

import dev.afterglow.fuzz.FuzzedParser;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Signatures of webhooks: the body is fixed, everything else is the header. */
public final class SignatureFuzz implements FuzzedParser {

    private static final byte[] BODY = "{\"id\":1}".getBytes(StandardCharsets.UTF_8);
    private static final String OF_A_STRANGER = "Ht1EEPwiH15yEfxMEsEWiHgMkwu0HQElYLiMv2m+aXk=";

    @Override
    public void read(byte[] input) {
        var header = FuzzedParser.text(input);
        try {
            Signatures.check(BODY, "X-Signature", header, List.of("one-secret", "another-secret"));
        } catch (Signatures.Refused e) {
            return;
        }
        throw new AssertionError("A forged signature was believed: " + header);
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                FuzzedParser.seedText(0, OF_A_STRANGER),
                FuzzedParser.seedText(0, "===="),
                FuzzedParser.seedText(0, " \t"));
    }
}
