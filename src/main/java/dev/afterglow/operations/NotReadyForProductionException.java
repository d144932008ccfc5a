package dev.afterglow.operations;

import java.util.List;

/** The profile prod was asked for, but something is missing or left over from the demo. */
class NotReadyForProductionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> objections;

    NotReadyForProductionException(List<String> objections) {
        super("Not ready for production: " + String.join(" ", objections));
        this.objections = List.copyOf(objections);
    }

    List<String> objections() {
        return objections;
    }
}
