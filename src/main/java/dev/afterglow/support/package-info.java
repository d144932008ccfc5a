/** Cases touching an order: questions, care and repair, warranty. */
@NullMarked
@ApplicationModule(allowedDependencies = {"order", "catalog", "customer"})
package dev.afterglow.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
