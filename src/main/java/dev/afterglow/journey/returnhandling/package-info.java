/** The delegates and variables of return-handling.bpmn, and what its messages and tasks are about. */
@NullMarked
package dev.afterglow.journey.returnhandling;

import org.jspecify.annotations.NullMarked;
