package dev.afterglow.message;

/** How far a hand-over came, named by what the mail server was asked last. */
enum SmtpStage {
    /** Reaching it, its greeting, TLS and the login: nothing was said of a message yet. */
    CONNECTION,
    /** Who writes. */
    SENDER,
    /** Who is written to. */
    RECIPIENT,
    /** The message itself. */
    CONTENT,
    /** The final dot was on its way: whether the server took the message is known only from its answer. */
    ANSWER
}
