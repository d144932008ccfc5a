package dev.afterglow.benchmark;

import java.util.OptionalLong;

/** A subject's database, seen from outside: what it wrote, what it keeps, and as full as we like. */
interface Database {

    /** As the summary calls it. */
    String name();

    /** The bytes of log written so far, where the database tells. */
    OptionalLong wal();

    /** The CPU milliseconds it used so far. */
    double cpu();

    /** The rows of all engine tables. */
    long rows();

    /** What the engine tables and their indexes take. */
    long bytes();

    /** Puts off everything that is planned, so that the next round meets its own orders only. */
    void park();

    /** Makes that many orders wait. */
    void fillTo(long orders);
}
