/** What was sold: category, guide, care, warranty, complements; imported, because line items lack it. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.afterglow.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
