/** A note by hand for customers a table picks: written by a colleague, sent by post, recorded; handwritten-note.bpmn. */
@NullMarked
package dev.afterglow.journey.handwrittennote;

import org.jspecify.annotations.NullMarked;
