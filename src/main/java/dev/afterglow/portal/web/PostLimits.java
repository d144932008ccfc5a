package dev.afterglow.portal.web;

import dev.afterglow.order.OrderId;
import dev.afterglow.portal.FormCounts;
import dev.afterglow.portal.FormKey;
import dev.afterglow.portal.PortalSettings;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever sends forms faster than a person; clicking the same button twice does not count. A burst is stopped
 * in memory, what all nodes must know is counted in the database.
 */
@Component
class PostLimits {

    private static final int MOST_ORDERS = 10_000;
    private static final int MOST_FORMS = 50;

    private final FormCounts counts;
    private final int formsPerMinute;
    private final Map<OrderId, Sender> senders = Collections.synchronizedMap(recent(MOST_ORDERS));

    PostLimits(PortalSettings settings, FormCounts counts) {
        this.counts = counts;
        this.formsPerMinute = settings.formsPerMinute();
    }

    /** @throws TooManyFormsException when the link, the order, its customer or the caller sent too many forms */
    void admit(OrderId order, FormKey form, HttpServletRequest request) {
        var sender = senders.computeIfAbsent(order, ignored -> new Sender(bucket(), known()));
        if (sender.forms.add(form) && !(sender.bucket.tryConsume(1) && isWithinCounts(order, request))) {
            sender.forms.remove(form);
            throw new TooManyFormsException();
        }
    }

    private boolean isWithinCounts(OrderId order, HttpServletRequest request) {
        var token = request.getServletPath().split("/")[2];
        return counts.admit(order, token, request.getRemoteAddr());
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(formsPerMinute).refillGreedy(formsPerMinute, Duration.ofMinutes(1)))
                .build();
    }

    private static Set<FormKey> known() {
        return Collections.synchronizedSet(Collections.newSetFromMap(recent(MOST_FORMS)));
    }

    private static <K, V> Map<K, V> recent(int most) {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    private record Sender(Bucket bucket, Set<FormKey> forms) {}
}
