package dev.afterglow.journey.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.camunda.bpm.engine.IdentityService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/**
 * Lets the first person into an installation nobody has been in yet. While the administrators' group has nobody, the
 * engine would offer anyone to become one; that door is shut as well, but it is better never to need it.
 */
@Component
@DependsOn("groups")
class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String NAME = "admin";
    private static final int PASSWORD_BYTES = 18;

    private final IdentityService identities;

    FirstAdministrator(IdentityService identities, AccessSettings settings) {
        this.identities = identities;
        if (!settings.firstAdministrator() || hasAdministrator()) {
            return;
        }
        if (identities.createUserQuery().count() > 0) {
            LOG.error(
                    "Nobody is left in the group {}: add a person to it, for nobody can be let in or out until then.",
                    Groups.ADMINISTRATORS);
            return;
        }
        create(settings.firstPasswordFile().toAbsolutePath().normalize());
    }

    private boolean hasAdministrator() {
        return identities.createUserQuery().memberOfGroup(Groups.ADMINISTRATORS).count() > 0;
    }

    /** The file comes first: a password nobody can read would lock everybody out for good. */
    private void create(Path file) {
        var password = randomPassword();
        write(file, password);
        var administrator = identities.newUser(NAME);
        administrator.setFirstName("First");
        administrator.setLastName("Administrator");
        administrator.setPassword(password);
        identities.saveUser(administrator);
        identities.createMembership(NAME, Groups.ADMINISTRATORS);
        LOG.warn(
                "The first administrator is \"{}\"; the password is in {}. Log in, change it, and delete the file.",
                NAME,
                file);
    }

    private static String randomPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** An older file may be open to others and keeps its permissions when written to, so it goes first. */
    private static void write(Path file, String password) {
        try {
            var folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.deleteIfExists(file);
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.writeString(Files.createFile(file, ownerOnly), password + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The first administrator's password cannot be written to " + file
                            + ". Let the server write there, or name another place in"
                            + " afterglow.access.first-password-file.",
                    e);
        }
    }
}
