package dev.afterglow.journey.access;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the first person gets in.
 *
 * @param firstAdministrator whether an installation without any user makes itself an administrator
 * @param firstPasswordFile where that administrator's password is written, readable by the server's owner only
 */
@ConfigurationProperties("afterglow.access")
record AccessSettings(
        @DefaultValue("true") boolean firstAdministrator,
        @DefaultValue("./data/first-admin-password") Path firstPasswordFile) {}
