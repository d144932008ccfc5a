package dev.afterglow.message;

import dev.afterglow.customer.Channel;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The provider that sends text messages, pushes and notes inside an app for us; without a URL there is none.
 *
 * @param url where it takes messages; https, or http on this machine
 * @param secrets what calls are signed with, as Standard Webhooks writes them: {@code whsec_} and base64; two while one
 *     is being replaced, and each call is signed with both
 * @param channels what it takes
 * @param timeout the longest a call may take in total
 */
@ConfigurationProperties("afterglow.channels.webhook")
public record WebhookSettings(
        @Nullable URI url,
        @DefaultValue List<String> secrets,

        @DefaultValue({"SMS", "PUSH", "IN_APP"}) Set<Channel> channels,

        @DefaultValue("20s") Duration timeout) {

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public WebhookSettings {
        secrets = secrets.stream().filter(secret -> !secret.isBlank()).toList();
        if (url != null) {
            url = url.toString().isBlank() ? null : url;
        }
        if (url != null) {
            check(url);
            check(secrets);
        }
        if (channels.contains(Channel.MAIL)) {
            throw new IllegalArgumentException("afterglow.channels.webhook.channels names MAIL: mails leave by"
                    + " spring.mail, name SMS, PUSH or IN_APP");
        }
    }

    /** The keys behind the secrets, the newest first. */
    List<byte[]> keys() {
        return secrets.stream().map(WebhookSettings::key).toList();
    }

    private static void check(URI url) {
        var secure = "https".equals(url.getScheme());
        var here = "http".equals(url.getScheme()) && THIS_MACHINE.contains(String.valueOf(url.getHost()));
        if (!secure && !here) {
            throw new IllegalArgumentException("afterglow.channels.webhook.url must begin with https:// (http:// only"
                    + " for localhost): messages name people");
        }
        if (url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
            throw new IllegalArgumentException("afterglow.channels.webhook.url must name a host, and neither a user nor"
                    + " a #fragment: calls are signed instead");
        }
    }

    private static void check(List<String> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException(
                    "afterglow.channels.webhook.secrets is missing: the provider believes signed calls only. Make one"
                            + " with: echo whsec_$(openssl rand -base64 32)");
        }
        secrets.forEach(WebhookSettings::key);
    }

    private static byte[] key(String secret) {
        try {
            var key = secret.startsWith(PREFIX)
                    ? Base64.getDecoder().decode(secret.strip().substring(PREFIX.length()))
                    : new byte[0];
            if (key.length >= SHORTEST && key.length <= LONGEST) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // said below, without the secret
        }
        throw new IllegalArgumentException("A secret of afterglow.channels.webhook.secrets is not whsec_ followed by"
                + " the base64 of 24 to 64 bytes. Make one with: echo whsec_$(openssl rand -base64 32)");
    }
}
