/** Answers, NPS scores, reviews, customer photos and their moderation. */
@NullMarked
@ApplicationModule(allowedDependencies = {"order", "catalog", "customer"})
package dev.afterglow.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
