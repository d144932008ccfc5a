package dev.afterglow.message;

import java.util.Collection;

/** The touchpoints this installation knows: one folder each under {@code messages/}. */
public interface Touchpoints {

    /** @throws IllegalArgumentException naming the known ones when there is no such folder */
    Touchpoint byKey(String key);

    /** All of them, sorted by key. */
    Collection<Touchpoint> all();
}
