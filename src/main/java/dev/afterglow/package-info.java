/** Afterglow, an open-source post-purchase journey engine for web shops. */
@NullMarked
package dev.afterglow;

import org.jspecify.annotations.NullMarked;
