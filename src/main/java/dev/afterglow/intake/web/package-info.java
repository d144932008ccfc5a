/** What shops, carriers and developers call over HTTP: who may, what came, and the answer in words. */
@NullMarked
package dev.afterglow.intake.web;

import org.jspecify.annotations.NullMarked;
