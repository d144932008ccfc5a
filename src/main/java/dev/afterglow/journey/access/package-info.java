/** Who may enter: the people who run the shop, their groups and what the engine lets them do. */
@NullMarked
package dev.afterglow.journey.access;

import org.jspecify.annotations.NullMarked;
