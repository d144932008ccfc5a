/** The delegates and variables of post-purchase-journey.bpmn. */
@NullMarked
package dev.afterglow.journey.postpurchase;

import org.jspecify.annotations.NullMarked;
