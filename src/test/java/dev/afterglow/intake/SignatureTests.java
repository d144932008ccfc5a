package dev.afterglow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignatureTests extends IntakeTest {

    private static final String ORDER = fixture("shopify/order-create.json");

    @Test
    void knowsTheSignatureOpensslComputes() {
        // printf '{"id":1}' | openssl dgst -sha256 -hmac new-secret -binary | base64
        var answer = send(request("/webhooks/shopify", "{\"id\":1}")
                .header("X-Shopify-Topic", "products/update")
                .header("X-Shopify-Hmac-SHA256", "+IQCwsBmpBptlAMPjeH8vNHQdQwdK6ob17WrmGcC9fA="));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void believesEachOfTheAcceptedSecretsAndNotesWhich() {
        for (var secret : new String[] {"old-secret", "new-secret"}) {
            var answer = send(request("/webhooks/shopify", ORDER)
                    .header("X-Shopify-Topic", "orders/create")
                    .header("X-Shopify-Webhook-Id", secret)
                    .header("X-Shopify-Hmac-SHA256", hmac(secret, ORDER)));
            assertThat(answer.statusCode()).isEqualTo(200);
        }

        assertThat(jdbc.sql("select signature from webhook_deliveries order by id")
                        .query(String.class)
                        .list())
                .containsExactly("valid, secret 1 of 2", "valid, secret 2 of 2");
    }

    @Test
    void saysWhichPartOfTheSignatureFailed() {
        assertProblem(
                send(request("/webhooks/shopify", ORDER)),
                401,
                "signature-refused",
                "The header X-Shopify-Hmac-SHA256 is missing");
        assertProblem(
                send(request("/webhooks/shopify", ORDER).header("X-Shopify-Hmac-SHA256", "**")),
                401,
                "signature-refused",
                "is not base64");
        assertProblem(
                send(request("/webhooks/shopify", ORDER + " ")
                        .header("X-Shopify-Hmac-SHA256", hmac("new-secret", ORDER))),
                401,
                "signature-refused",
                "does not fit the body with any of the 2 configured secrets");
        assertProblem(
                send(request("/webhooks/aftership", "{}").header("aftership-hmac-sha256", hmac("woo-secret", "{}"))),
                401,
                "signature-refused",
                "aftership-hmac-sha256",
                "the configured secret");
        assertThat(rows("webhook_deliveries")).isZero();
    }

    @Test
    void namesTheMissingTopic() {
        assertProblem(
                send(request("/webhooks/shopify", ORDER).header("X-Shopify-Hmac-SHA256", hmac("new-secret", ORDER))),
                400,
                "header-missing",
                "X-Shopify-Topic");
    }

    @Test
    void refusesBodiesBeyondTheLimit() {
        var body = "{\"note\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}";

        assertProblem(
                send(request("/webhooks/shopify", body).header("X-Shopify-Hmac-SHA256", hmac("new-secret", body))),
                413,
                "body-too-large",
                "5120 KiB");
    }
}
