package dev.afterglow.operations;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in the log, without a stack trace, what keeps the installation from going live. */
class NotReadyForProductionAnalyzer extends AbstractFailureAnalyzer<NotReadyForProductionException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NotReadyForProductionException cause) {
        return new FailureAnalysis(
                "Afterglow does not start in production like this:\n\n  - " + String.join("\n  - ", cause.objections()),
                "Set what is missing as environment variables (afterglow.shop.name is AFTERGLOW_SHOP_NAME) or in a"
                        + " file named by SPRING_CONFIG_ADDITIONAL_LOCATION. To look around first, leave the profile"
                        + " out: the demo needs no settings.",
                cause);
    }
}
