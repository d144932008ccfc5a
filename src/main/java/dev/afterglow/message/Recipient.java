package dev.afterglow.message;

import dev.afterglow.customer.EmailAddress;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who reads a message, in her language and her time. */
public record Recipient(EmailAddress email, @Nullable String name, Locale locale, ZoneId zone) {}
