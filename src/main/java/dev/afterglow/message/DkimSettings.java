package dev.afterglow.message;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.validation.annotation.Validated;

/**
 * How mails are signed; without keys the mail server signs them, or nobody does.
 *
 * @param keys one for each domain mails are sent from
 */
@Validated
@ConfigurationProperties("afterglow.message.dkim")
record DkimSettings(@DefaultValue List<@Valid Key> keys) {

    /**
     * The key of one domain.
     *
     * @param domain the part of the sender's address behind the @
     * @param selector the name the public key is published under: {@code <selector>._domainkey.<domain>}
     * @param privateKey an RSA key in PKCS#8 PEM, such as {@code file:/run/secrets/dkim.pem} or {@code base64:…}
     */
    record Key(@NotBlank String domain, @NotBlank String selector, Resource privateKey) {}
}
