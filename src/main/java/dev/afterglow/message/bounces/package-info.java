/** What comes back: delivery reports read from a mailbox, and addresses left alone for them. */
@NullMarked
package dev.afterglow.message.bounces;

import org.jspecify.annotations.NullMarked;
