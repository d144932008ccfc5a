/** Real processes, killed; real databases, stopped: what must hold afterwards. Run with {@code mvn verify -Pfaults}. */
package dev.afterglow.faults;
