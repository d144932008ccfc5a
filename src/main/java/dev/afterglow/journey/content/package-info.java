/** What a message says: to whom, about which things, in which words, with which offer. */
@NullMarked
package dev.afterglow.journey.content;

import org.jspecify.annotations.NullMarked;
