/** The demo's fixed addresses: mailbox, clock, and the shop's own pages. */
@NullMarked
package dev.afterglow.demo.web;

import org.jspecify.annotations.NullMarked;
