package dev.afterglow.journey.access;

import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Keeps the engine's users' passwords as bcrypt hashes; bcrypt brings its own salt. */
class BcryptPasswords implements PasswordEncryptor {

    private static final int LONGEST = 72;

    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();

    @Override
    public String encrypt(String password) {
        if (isTooLong(password)) {
            throw new BadUserRequestException(
                    "This password is too long: at most " + LONGEST + " letters, fewer with accents.");
        }
        return bcrypt.encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        return !isTooLong(password) && bcrypt.matches(password, encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return "BCRYPT";
    }

    /** bcrypt looks no further than this; a longer password would match all that begin like it. */
    private static boolean isTooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > LONGEST;
    }
}
