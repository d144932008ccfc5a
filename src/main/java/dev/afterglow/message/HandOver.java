package dev.afterglow.message;

import jakarta.mail.MessagingException;

/** A message ready to leave. */
interface HandOver {

    /** Gives it to the other side and waits for the answer. */
    void run() throws HandOverFailure, MessagingException;
}
