package dev.afterglow.portal.web;

import dev.afterglow.portal.FormKey;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** What somebody sees whose link or form goes nowhere: what happened and what to do, and nothing of any order. */
@ControllerAdvice(basePackageClasses = ClosedPages.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ClosedPages {

    private final Pages pages;
    private final Languages languages;

    ClosedPages(Pages pages, Languages languages) {
        this.pages = pages;
        this.languages = languages;
    }

    @ExceptionHandler
    ResponseEntity<String> on(LinkClosedException e, HttpServletRequest request) {
        return pages.show(HttpStatus.NOT_FOUND, languages.ofBrowser(request), "closed", Map.of());
    }

    @ExceptionHandler
    ResponseEntity<String> on(LinkExpiredException e, HttpServletRequest request) {
        return pages.show(
                HttpStatus.GONE,
                languages.ofBrowser(request),
                "expired",
                Map.of("renewal", e.renewal(), "form", FormKey.fresh().value()));
    }

    @ExceptionHandler
    ResponseEntity<String> on(TooManyFormsException e, HttpServletRequest request) {
        return pages.show(HttpStatus.TOO_MANY_REQUESTS, languages.ofBrowser(request), "too-many", Map.of());
    }

    /** A form that was cut short or put together by hand. */
    @ExceptionHandler({
        MissingServletRequestParameterException.class,
        MethodArgumentTypeMismatchException.class,
        MissingServletRequestPartException.class,
        IncompleteFormException.class
    })
    ResponseEntity<String> onIncompleteForm(HttpServletRequest request) {
        return pages.show(HttpStatus.BAD_REQUEST, languages.ofBrowser(request), "incomplete", Map.of());
    }

    /** A photo larger than the server takes in at all. */
    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ResponseEntity<String> onTooLarge(HttpServletRequest request) {
        return pages.show(HttpStatus.PAYLOAD_TOO_LARGE, languages.ofBrowser(request), "too-large", Map.of());
    }
}
