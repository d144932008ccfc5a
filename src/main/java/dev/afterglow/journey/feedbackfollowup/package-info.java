/** The delegates, variables and facts of feedback-follow-up.bpmn. */
@NullMarked
package dev.afterglow.journey.feedbackfollowup;

import org.jspecify.annotations.NullMarked;
