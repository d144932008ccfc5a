package dev.afterglow.portal.web;

import dev.afterglow.feedback.FeedbackDesk;
import dev.afterglow.feedback.Photo;
import dev.afterglow.feedback.PhotoRefusedException;
import dev.afterglow.feedback.Photos;
import dev.afterglow.portal.FormKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A review of something she bought: stars, words, a photo, and who may see it. Everybody may write one. */
@Controller
@RequestMapping("/a/{token}/review")
class ReviewPages {

    private final Pages pages;
    private final Forms forms;
    private final FeedbackDesk desk;
    private final Photos photos;
    private final Belongings belongings;

    ReviewPages(Pages pages, Forms forms, FeedbackDesk desk, Photos photos, Belongings belongings) {
        this.pages = pages;
        this.forms = forms;
        this.desk = desk;
        this.photos = photos;
        this.belongings = belongings;
    }

    @GetMapping
    ResponseEntity<String> ask(Visit visit, @RequestParam(defaultValue = "") String sku) {
        var things = reviewable(visit);
        var chosen = things.size() == 1 ? String.valueOf(things.get(0).sku()) : sku;
        return page(HttpStatus.OK, visit, things, ReviewForm.about(chosen), List.of());
    }

    @PostMapping
    ResponseEntity<String> review(
            Visit visit,
            @RequestParam FormKey form,
            @RequestParam(defaultValue = "") String sku,
            @RequestParam(defaultValue = "0") int stars,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean publish,
            @RequestParam(defaultValue = "false") boolean name,
            @RequestParam(required = false) @Nullable MultipartFile photo) {
        var things = reviewable(visit);
        var written = new ReviewForm(sku, stars, title, text, publish, name);
        var problems = written.problems(things);
        if (!problems.isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_ENTITY, visit, things, written, problems);
        }
        Photo drawn;
        try {
            drawn = photo == null || photo.isEmpty() ? null : photos.draw(content(photo));
        } catch (PhotoRefusedException e) {
            var problem = "photo." + e.reason().name().toLowerCase(Locale.ROOT);
            return page(HttpStatus.UNPROCESSABLE_ENTITY, visit, things, written, List.of(problem));
        }
        return forms.take(visit, form, () -> {
            var received = desk.review(visit.order().id(), written.written(drawn));
            return visit.to(received.stands() ? "thanks" : "thanks?late");
        });
    }

    private ResponseEntity<String> page(
            HttpStatus status, Visit visit, List<Belonging> things, ReviewForm written, List<String> problems) {
        return pages.show(
                status,
                visit,
                "review",
                Map.of(
                        "things",
                        things,
                        "written",
                        written,
                        "problems",
                        problems,
                        "stars",
                        List.of(1, 2, 3, 4, 5),
                        "longestTitle",
                        ReviewForm.LONGEST_TITLE,
                        "longest",
                        Words.LONGEST));
    }

    /** What the catalogue or the shop knows by a number of its own, each once. */
    private List<Belonging> reviewable(Visit visit) {
        return belongings.of(visit).stream()
                .filter(thing -> thing.sku() != null)
                .collect(java.util.stream.Collectors.toMap(
                        Belonging::sku, thing -> thing, (one, same) -> one, java.util.LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** Never more than is needed to see that it is too large. */
    private static byte[] content(MultipartFile photo) {
        try (var file = photo.getInputStream()) {
            return file.readNBytes(Photos.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
