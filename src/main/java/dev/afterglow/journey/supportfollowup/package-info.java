/** The delegates and variables of support-follow-up.bpmn. */
@NullMarked
package dev.afterglow.journey.supportfollowup;

import org.jspecify.annotations.NullMarked;
