package dev.afterglow.journey.tasks;

import dev.afterglow.order.Dossier;

/** Tells the people who work on a branch's tasks what each is about; one per branch. */
public interface TaskFacts {

    /** The process id of the branch's drawing. */
    String process();

    /**
     * What the form of a task shows and asks, besides what every task shows: {@code orderNumber}, {@code customerName},
     * {@code customerEmail}, {@code customerLanguage}, {@code orderedOn}, {@code orderTotal}, {@code items},
     * {@code story} and {@code vip}.
     *
     * @param task the id of the user task in the drawing, such as {@code userTask_reviewReturn}
     * @param reference the value of the branch's variable {@code reference}
     */
    TaskSheet sheet(String task, String reference, Dossier dossier);
}
