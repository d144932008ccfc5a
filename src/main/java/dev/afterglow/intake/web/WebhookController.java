package dev.afterglow.intake.web;

import dev.afterglow.intake.Delivery;
import dev.afterglow.intake.DeliveryState;
import dev.afterglow.intake.IntakeSettings;
import dev.afterglow.intake.Payload;
import dev.afterglow.intake.Receipt;
import dev.afterglow.intake.Reception;
import dev.afterglow.intake.Sender;
import dev.afterglow.intake.Unreadable;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where shops and carriers deliver what happened. */
@RestController
@RequestMapping("/webhooks")
class WebhookController {

    /** An order of 250 lines with taxes, discounts and two currencies per line is well over one megabyte. */
    private static final int LONGEST_BODY = 5 * 1024 * 1024;

    private static final String WOOCOMMERCE_TOPIC = "X-WC-Webhook-Topic";

    private final Reception reception;
    private final IntakeSettings settings;

    WebhookController(Reception reception, IntakeSettings settings) {
        this.reception = reception;
        this.settings = settings;
    }

    /** Shopify; its newer events drop the X- in front of the header names. */
    @PostMapping("/shopify")
    ResponseEntity<Receipt> shopify(HttpServletRequest request) throws IOException {
        var call = call(Sender.SHOPIFY, request);
        var signature = call.signedWith(settings.shopify(), "X-Shopify-Hmac-SHA256", "Shopify-Hmac-SHA256");
        return received(call.delivery(
                signature,
                "X-Shopify-Topic",
                call.header("X-Shopify-Topic", "Shopify-Topic").orElse(""),
                call.header("X-Shopify-Webhook-Id", "Shopify-Webhook-Id").orElse(null),
                call.header("X-Shopify-Event-Id", "Shopify-Event-Id").orElse(null)));
    }

    /** WooCommerce; it tries a new webhook with an unsigned ping that says nothing but the webhook's id. */
    @PostMapping("/woocommerce")
    ResponseEntity<Receipt> woocommerce(HttpServletRequest request) throws IOException {
        var call = call(Sender.WOOCOMMERCE, request);
        if (isPing(call) && !settings.woocommerce().secrets().isEmpty()) {
            return ResponseEntity.ok(
                    new Receipt(DeliveryState.IGNORED, false, "Welcome: the webhook reaches Afterglow"));
        }
        var signature = call.signedWith(settings.woocommerce(), "X-WC-Webhook-Signature");
        return received(call.delivery(
                signature,
                WOOCOMMERCE_TOPIC,
                call.header(WOOCOMMERCE_TOPIC).orElse(""),
                call.header("X-WC-Webhook-Delivery-ID", "X-WC-Delivery-ID").orElse(null),
                null));
    }

    /** AfterShip; what identifies a call stands in its body. */
    @PostMapping("/aftership")
    ResponseEntity<Receipt> aftership(HttpServletRequest request) throws IOException {
        var call = call(Sender.AFTERSHIP, request);
        var signature = call.signedWith(settings.aftership(), "aftership-hmac-sha256");
        var text = new String(call.body(), StandardCharsets.UTF_8);
        try {
            var payload = Payload.of(text);
            var topic = payload.text("event", 100);
            return received(call.delivery(
                    signature, "event", topic == null ? "tracking_update" : topic, payload.text("event_id"), null));
        } catch (Unreadable e) {
            // The reception keeps it with the reason.
            return received(call.delivery(signature, "event", "unreadable", null, null));
        }
    }

    private ResponseEntity<Receipt> received(Delivery delivery) {
        var receipt = reception.receive(delivery);
        var isOpen = receipt.state() == DeliveryState.PARKED || receipt.state() == DeliveryState.FAILED;
        return ResponseEntity.status(isOpen ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(receipt);
    }

    private static Call call(Sender sender, HttpServletRequest request) throws IOException {
        return new Call(sender, request, RawBody.read(request, LONGEST_BODY));
    }

    private static boolean isPing(Call call) {
        return call.header("X-WC-Webhook-Signature").isEmpty()
                && new String(call.body(), StandardCharsets.UTF_8).matches("webhook_id=\\d{1,20}\\s*");
    }
}
