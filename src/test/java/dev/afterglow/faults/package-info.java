/** Processes killed, databases stopped, weeks of outage: what must hold afterwards, in every build and at full scale. */
package dev.afterglow.faults;
