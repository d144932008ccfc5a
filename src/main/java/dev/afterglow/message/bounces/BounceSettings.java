package dev.afterglow.message.bounces;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox that delivery reports come back to; without a host none is looked at.
 *
 * @param host of the IMAP server
 * @param tls whether the connection is encrypted from its first byte
 * @param folder where reports arrive; read ones are marked as read and stay
 * @param every how often it is looked at
 */
@ConfigurationProperties("afterglow.message.bounces")
record BounceSettings(
        @DefaultValue("") String host,
        @DefaultValue("993") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("true") boolean tls,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("5m") Duration every) {}
