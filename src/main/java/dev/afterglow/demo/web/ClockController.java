package dev.afterglow.demo.web;

import dev.afterglow.demo.TimeLapse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The demo's clock, for scripts. */
@RestController
@Profile("demo")
@RequestMapping("/demo/clock")
class ClockController {

    private static final Duration FARTHEST = Duration.ofDays(366);
    private static final Duration REAL = Duration.ofDays(1);
    private static final String USAGE =
            "Send {\"advance\":\"P2D\"} to let two days pass, or {\"dayLength\":\"PT10S\"} to make a day last ten"
                    + " seconds; {\"dayLength\":\"PT0S\"} stops the time-lapse.";

    private final TimeLapse timeLapse;

    ClockController(TimeLapse timeLapse) {
        this.timeLapse = timeLapse;
    }

    record Move(@Nullable String advance, @Nullable String dayLength) {}

    record Present(Instant now, String dayLength) {}

    @GetMapping
    Present present() {
        return new Present(timeLapse.now(), timeLapse.dayLength().toString());
    }

    /** Answers when everything that fell due on the way is done. */
    @PostMapping
    Present move(@RequestBody Move move) {
        if (move.advance() == null && move.dayLength() == null) {
            throw problem("Nothing to do", USAGE);
        }
        var dayLength = move.dayLength() == null ? null : duration("dayLength", move.dayLength(), REAL);
        var advance = move.advance() == null ? null : duration("advance", move.advance(), FARTHEST);
        if (dayLength != null) {
            timeLapse.setDayLength(dayLength);
        }
        if (advance != null) {
            timeLapse.advance(advance);
        }
        return present();
    }

    @ExceptionHandler
    ProblemDetail on(HttpMessageNotReadableException e) {
        return problem("Not readable as JSON", USAGE).getBody();
    }

    private static Duration duration(String field, String text, Duration most) {
        try {
            var duration = Duration.parse(text.strip());
            if (duration.isNegative() || duration.compareTo(most) > 0) {
                throw problem(
                        "Out of range",
                        field + " is " + text + ", but time never runs backwards and " + field + " is at most P"
                                + most.toDays() + "D.");
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw problem(
                    "Not a duration",
                    field + " is \"" + text + "\", which is no ISO-8601 duration of days, hours, minutes and seconds"
                            + " such as P2D, P1DT12H or PT0S. " + USAGE);
        }
    }

    private static ErrorResponseException problem(String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail);
        problem.setType(URI.create("urn:afterglow:problem:clock"));
        problem.setTitle(title);
        return new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, null);
    }
}
