/** Reads what AfterShip tells about parcels. */
@NullMarked
package dev.afterglow.intake.aftership;

import org.jspecify.annotations.NullMarked;
