/** What every drawing shares: the calendar, the facts about an order, the send task. */
@NullMarked
package dev.afterglow.journey.touchpoint;

import org.jspecify.annotations.NullMarked;
