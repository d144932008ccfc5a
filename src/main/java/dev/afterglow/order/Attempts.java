package dev.afterglow.order;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.ErrorResponse;

/**
 * Runs work in one transaction and, when it collides with another that tells of the same order, again as a whole: the
 * second time it finds what the other wrote.
 */
@Component
public class Attempts {

    private static final Logger log = LoggerFactory.getLogger(Attempts.class);
    private static final int MOST = 9;
    private static final long SHORTEST_PAUSE_MILLIS = 15;
    private static final long LONGEST_PAUSE_MILLIS = 500;

    private final TransactionTemplate transaction;

    Attempts(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @throws RuntimeException what the last attempt failed with */
    public <T> T inTransaction(Supplier<T> work) {
        for (var attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> work.get());
            } catch (RuntimeException e) {
                if (attempt == MOST || !mayFitNextTime(e)) {
                    throw e;
                }
                log.debug("Attempt {} collided and is tried again: {}", attempt, e.toString());
                pause(attempt);
            }
        }
    }

    /** Collisions come in many types (keys, locks, the engine's own); what is certain to fail again is not tried. */
    private static boolean mayFitNextTime(RuntimeException e) {
        return !(e instanceof IllegalArgumentException)
                && !(e instanceof ErrorResponse)
                && (!(e instanceof DataIntegrityViolationException) || e instanceof DuplicateKeyException);
    }

    private static void pause(int attempt) {
        try {
            var longest = Math.min(LONGEST_PAUSE_MILLIS, SHORTEST_PAUSE_MILLIS << attempt);
            Thread.sleep(ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_MILLIS, longest));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting to try again", e);
        }
    }
}
