package dev.afterglow.message;

/** One touchpoint for one reader, with everything it may speak about. */
public record Message(MessageKey key, Recipient recipient, MessageFacts facts) {}
