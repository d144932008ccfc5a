package dev.afterglow.intake;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:unconnected;DB_CLOSE_DELAY=-1",
            "afterglow.intake.shopify.secrets=",
            "afterglow.intake.woocommerce.secrets=",
            "afterglow.intake.aftership.secrets=",
            "afterglow.intake.api-keys[0].hash=",
            "afterglow.intake.api-keys[1].hash="
        })
class UnconnectedTests extends IntakeTest {

    @Test
    void refusesEverySourceWithoutASecretAndSaysHowToSetIt() {
        for (var source : new String[] {"shopify", "woocommerce", "aftership"}) {
            assertProblem(
                    send(request("/webhooks/" + source, "{}").header("X-Shopify-Hmac-SHA256", hmac("any", "{}"))),
                    503,
                    "source-not-configured",
                    "afterglow.intake." + source + ".secrets");
        }
        assertProblem(
                send(request("/webhooks/woocommerce", "webhook_id=12")),
                503,
                "source-not-configured",
                "afterglow.intake.woocommerce.secrets");
    }

    @Test
    void keepsTheApiClosedWithoutKeys() {
        assertProblem(
                send(request("/api/orders", "{}").header("Authorization", "Bearer ")),
                503,
                "api-not-configured",
                "afterglow.intake.api-keys");
    }
}
