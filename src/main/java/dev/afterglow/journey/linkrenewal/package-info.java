/** The start of link-renewal.bpmn. */
@NullMarked
package dev.afterglow.journey.linkrenewal;

import org.jspecify.annotations.NullMarked;
