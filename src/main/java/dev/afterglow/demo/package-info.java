/** A small believable shop in time-lapse, with a mailbox to look into; never active in production. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "operations",
            "intake",
            "journey",
            "returns",
            "feedback",
            "support",
            "message",
            "order",
            "catalog",
            "customer"
        })
package dev.afterglow.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
