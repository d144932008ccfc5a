package dev.afterglow.support;

import org.jspecify.annotations.Nullable;

/**
 * What one of ours tells the customer of a case.
 *
 * @param words for her to read
 * @param seen the id of the last message that lay before the writer, absent when there was none
 * @param pausesMarketing whether all marketing to her shall rest for a while
 * @param outcome what it comes to
 * @param how more about the outcome for our own eyes, such as what kind of repair
 */
public record CaseAnswer(
        String who,
        @Nullable String words,
        @Nullable Long seen,
        boolean pausesMarketing,
        CaseOutcome outcome,
        @Nullable String how) {}
