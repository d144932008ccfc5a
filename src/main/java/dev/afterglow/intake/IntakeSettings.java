package dev.afterglow.intake;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may tell us about orders. A source without a secret is refused: nothing unsigned is ever believed.
 *
 * @param shopify the app whose webhooks are believed
 * @param woocommerce the webhooks believed
 * @param aftership the account whose webhooks are believed
 * @param apiKeys bearer keys of the API; several, so that one can be replaced without a gap
 */
@ConfigurationProperties("afterglow.intake")
public record IntakeSettings(
        @DefaultValue Source shopify,
        @DefaultValue Source woocommerce,
        @DefaultValue Source aftership,
        @DefaultValue List<String> apiKeys) {

    public IntakeSettings {
        apiKeys = apiKeys.stream().filter(key -> !key.isBlank()).toList();
    }

    /**
     * One source of webhooks.
     *
     * @param secrets what deliveries may be signed with; two while a secret is being replaced
     */
    public record Source(@DefaultValue List<String> secrets) {

        public Source {
            secrets = secrets.stream().filter(secret -> !secret.isBlank()).toList();
        }
    }
}
