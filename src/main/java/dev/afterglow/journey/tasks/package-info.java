/** What a person finds in the tasks of every drawing: who, which order, what was said so far, and why she is asked. */
@NullMarked
package dev.afterglow.journey.tasks;

import org.jspecify.annotations.NullMarked;
