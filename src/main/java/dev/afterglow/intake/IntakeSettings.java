package dev.afterglow.intake;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may tell us about orders. A source without a secret is refused: nothing unsigned is ever believed.
 *
 * @param shopify the app whose webhooks are believed
 * @param woocommerce the webhooks believed
 * @param aftership the account whose webhooks are believed
 * @param apiKeys bearer keys of the API, by their hashes; several, so that one can be replaced without a gap
 * @param apiQuietAfter how long the API may say nothing before operators are told; zero for as long as it likes
 */
@ConfigurationProperties("afterglow.intake")
public record IntakeSettings(
        @DefaultValue Source shopify,
        @DefaultValue Source woocommerce,
        @DefaultValue Source aftership,
        @DefaultValue List<ApiKey> apiKeys,
        @DefaultValue("P1D") Duration apiQuietAfter) {

    public IntakeSettings {
        apiKeys = apiKeys.stream().filter(key -> !key.hash().isBlank()).toList();
    }

    Source of(Sender sender) {
        return switch (sender) {
            case SHOPIFY -> shopify;
            case WOOCOMMERCE -> woocommerce;
            case AFTERSHIP -> aftership;
        };
    }

    /**
     * One source of webhooks.
     *
     * @param secrets what deliveries may be signed with; two while a secret is being replaced
     * @param quietAfter how long it may say nothing before operators are told; zero for as long as it likes
     */
    public record Source(
            @DefaultValue List<String> secrets,
            @DefaultValue("P1D") Duration quietAfter) {

        public Source {
            secrets = secrets.stream().filter(secret -> !secret.isBlank()).toList();
        }
    }
}
