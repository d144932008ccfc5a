package dev.afterglow.intake.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may tell us that mails came back or were complained about.
 *
 * @param secrets what calls may be signed with; two while a secret is being replaced, none and no call is believed
 */
@ConfigurationProperties("afterglow.intake.mail-events")
record MailEventSettings(@DefaultValue List<String> secrets) {

    MailEventSettings {
        secrets = secrets.stream().filter(secret -> !secret.isBlank()).toList();
    }
}
