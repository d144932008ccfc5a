/** The engine's configuration, deployment, history level and clock. */
@NullMarked
package dev.afterglow.journey.engine;

import org.jspecify.annotations.NullMarked;
