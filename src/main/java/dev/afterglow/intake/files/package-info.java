/** Reads orders and catalogues from files, over HTTP or from the command line. */
@NullMarked
package dev.afterglow.intake.files;

import org.jspecify.annotations.NullMarked;
