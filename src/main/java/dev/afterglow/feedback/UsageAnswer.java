package dev.afterglow.feedback;

/** The answers to "Have you tested it?". */
public enum UsageAnswer {
    WORKS_WELL,
    NOT_YET,
    PROBLEM
}
