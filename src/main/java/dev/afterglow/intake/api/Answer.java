package dev.afterglow.intake.api;

import org.jspecify.annotations.Nullable;

/** What a call was answered, kept so that a repeated call is answered the same. */
record Answer(
        int status, @Nullable String location, @Nullable String body) {}
