package dev.afterglow.journey.access;

import org.springframework.http.HttpStatus;

/** Why a call to the engine's interface goes no further, in words. */
record Refusal(HttpStatus status, String why) {

    static Refusal ofValues() {
        return new Refusal(HttpStatus.FORBIDDEN, "Only an administrator may set variables.");
    }

    static Refusal ofExpression() {
        return new Refusal(HttpStatus.BAD_REQUEST, "Queries with expressions are switched off; send the value itself.");
    }
}
