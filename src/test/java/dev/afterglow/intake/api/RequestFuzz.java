package dev.afterglow.intake.api;

import static dev.afterglow.fuzz.FuzzedParser.seed;
import static dev.afterglow.fuzz.FuzzedParser.seedText;

import dev.afterglow.fuzz.FuzzedParser;
import dev.afterglow.fuzz.Sound;
import dev.afterglow.intake.web.Refusal;
import jakarta.validation.Validation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Bodies of calls to the API: the first byte chooses what is called. */
public final class RequestFuzz implements FuzzedParser {

    private static final Instant NOW = Instant.parse("2026-05-15T08:00:00Z");

    private final RequestJson json =
            new RequestJson(Validation.buildDefaultValidatorFactory().getValidator());

    @Override
    public void read(byte[] input) {
        var body = FuzzedParser.text(input).getBytes(StandardCharsets.UTF_8);
        try {
            Sound.check(
                    switch (FuzzedParser.chosen(input, List.of(0, 1, 2))) {
                        case 0 -> json.read(body, OrderRequest.class).news(NOW);
                        case 1 -> json.read(body, ShipmentRequest.class).shipment(NOW);
                        default -> json.read(body, CancellationRequest.class).cancellation(NOW);
                    });
        } catch (Refusal e) {
            // Answered with these words.
        }
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                seed(0, "intake/api/order.json"),
                seedText(1, """
                        {"shipmentId":"1","carrier":"DHL","trackingNumber":"00340434161094042557",
                         "trackingUrl":"https://dhl.example/t?1","state":"DELIVERED","at":"2026-05-14T11:23:45+02:00",
                         "expectedOn":"2026-05-20"}"""),
                seedText(2, "{\"at\":\"2026-05-14T11:23:45+02:00\",\"reason\":\"changed her mind\"}"));
    }
}
