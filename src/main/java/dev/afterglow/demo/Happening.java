package dev.afterglow.demo;

import java.time.Instant;

/** Something that comes to pass in the shop's life. */
record Happening(Instant at, Runnable event) {}
