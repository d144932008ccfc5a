package dev.afterglow.catalog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was read of the catalogue a moment ago: every message asks for the same few products. It forgets by age, so that
 * several nodes agree within a minute, and the age is real time, because a clock that is moved ages no memory.
 */
class FreshProducts {

    private static final long FRESH = Duration.ofSeconds(45).toNanos();
    private static final int MOST = 10_000;

    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    /** Those of the SKUs that exist; what is not known, or no longer fresh, is read all at once. */
    Map<String, Product> bySkus(Collection<String> skus, Function<List<String>, Map<String, Product>> catalogue) {
        var found = new LinkedHashMap<String, Product>();
        var missing = new ArrayList<String>();
        for (var sku : skus) {
            var fresh = fresh(sku);
            if (fresh == null) {
                missing.add(sku);
            } else {
                fresh.product().ifPresent(product -> found.put(sku, product));
            }
        }
        if (!missing.isEmpty()) {
            var read = catalogue.apply(missing);
            keep(missing, read);
            found.putAll(read);
        }
        return found;
    }

    synchronized void forget(String sku) {
        known.remove(sku);
    }

    private synchronized @Nullable Known fresh(String sku) {
        var entry = known.get(sku);
        return entry != null && System.nanoTime() - entry.readAt() < FRESH ? entry : null;
    }

    private synchronized void keep(List<String> skus, Map<String, Product> read) {
        var now = System.nanoTime();
        skus.forEach(sku -> known.put(sku, new Known(Optional.ofNullable(read.get(sku)), now)));
    }

    /** A product, or that there is none. */
    private record Known(Optional<Product> product, long readAt) {}
}
