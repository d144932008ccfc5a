package dev.afterglow.portal.web;

import dev.afterglow.feedback.Photo;
import dev.afterglow.feedback.WrittenReview;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A review as it came in, which may lack something.
 *
 * @param stars 0 when she chose none
 */
record ReviewForm(String sku, int stars, String title, String text, boolean publish, boolean name) {

    static final int LONGEST_TITLE = 150;

    static ReviewForm about(String sku) {
        return new ReviewForm(sku, 0, "", "", false, false);
    }

    /** The fields that need another look, by name. */
    List<String> problems(List<Belonging> things) {
        var problems = new ArrayList<String>();
        if (things.stream().noneMatch(thing -> sku.equals(thing.sku()))) {
            problems.add("sku");
        }
        if (stars < 1 || stars > 5) {
            problems.add("stars");
        }
        if (title.isBlank() || title.strip().length() > LONGEST_TITLE) {
            problems.add("title");
        }
        return problems;
    }

    WrittenReview written(@Nullable Photo photo) {
        return new WrittenReview(sku, stars, title, Words.shortened(text), publish, publish && name, photo);
    }
}
