/** The start of delivery-updates.bpmn. */
@NullMarked
package dev.afterglow.journey.deliveryupdates;

import org.jspecify.annotations.NullMarked;
