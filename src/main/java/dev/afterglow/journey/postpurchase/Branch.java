package dev.afterglow.journey.postpurchase;

/** The drawings a customer's request leads to. */
enum Branch {
    RETURN("return.requested"),
    FEEDBACK("feedback.given"),
    SUPPORT("case.opened");

    private final String message;

    Branch(String message) {
        this.message = message;
    }

    /** The message that starts the branch's drawing. */
    String message() {
        return message;
    }
}
