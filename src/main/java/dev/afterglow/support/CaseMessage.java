package dev.afterglow.support;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a conversation.
 *
 * @param author who of ours wrote it, absent when it was the customer
 */
public record CaseMessage(long id, @Nullable String author, String words, Instant at) {

    /** Whether the customer wrote it. */
    public boolean isFromCustomer() {
        return author == null;
    }
}
