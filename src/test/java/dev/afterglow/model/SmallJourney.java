package dev.afterglow.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A drawing and its parts that keep every rule, to be broken in one place. */
final class SmallJourney {

    static final String FILE = "small-journey.bpmn";

    static final List<ElementTemplate> TEMPLATES = List.of(
            new ElementTemplate(
                    "send-message.json",
                    "dev.afterglow.sendMessage",
                    "1",
                    Map.of("camunda:delegateExpression", "${sendTouchpoint}"),
                    Map.of("touchpoint", Set.of("order-confirmation", "usage-check"))),
            new ElementTemplate(
                    "record-outcome.json",
                    "dev.afterglow.recordOutcome",
                    "1",
                    Map.of("camunda:delegateExpression", "${recordOutcome}"),
                    Map.of()));

    static final Parts PARTS = new Parts(
            Map.of(
                    "sendTouchpoint", "SendTouchpointDelegate",
                    "lookUpDelivery", "LookUpDeliveryDelegate",
                    "recordOutcome", "RecordOutcomeDelegate"),
            Set.of("order-confirmation", "usage-check"),
            Map.of("call-customer.form", "callCustomer"),
            Set.of("smallJourney"),
            Set.of("refundPolicy"),
            "",
            TEMPLATES);

    private SmallJourney() {}

    static Drawing drawing() {
        return Drawing.of(FILE, resource(FILE));
    }

    /** The same with one change, which must change something. */
    static Drawing with(String text, String replacement) {
        return Drawing.of(FILE, changed(FILE, text, replacement));
    }

    static String changed(String file, String text, String replacement) {
        var source = resource(file);
        if (!source.contains(text)) {
            throw new IllegalArgumentException(file + " does not contain " + text);
        }
        return source.replace(text, replacement);
    }

    static String resource(String file) {
        try (var stream = SmallJourney.class.getResourceAsStream("/model/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
