package dev.afterglow.lives;

/** What a customer, her shop or her mailbox may do at any moment. */
enum Deed {
    AGREES_TO_OFFERS,
    REFUSES_OFFERS,
    UNSUBSCRIBES_BY_ONE_CLICK,
    COMES_BACK,
    PAUSES,
    ASKS_FOR_A_RETURN,
    TAKES_THE_RETURN_BACK,
    SENDS_THE_RETURN,
    WITHDRAWS,
    ASKS_FOR_HELP,
    GIVES_A_TEN,
    GIVES_AN_EIGHT,
    GIVES_A_ONE,
    SAYS_NOT_YET,
    SAYS_PROBLEM,
    REVIEWS,
    CANCELS,
    BOUNCES
}
