package dev.afterglow.intake.files;

import dev.afterglow.intake.Unreadable;
import dev.afterglow.intake.web.Refusal;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where files with orders and products are sent to, as the body itself or as a form's file. */
@RestController
@RequestMapping("/api/imports")
class ImportController {

    private final OrderImport orders;
    private final CatalogImport catalog;

    ImportController(OrderImport orders, CatalogImport catalog) {
        this.orders = orders;
        this.catalog = catalog;
    }

    @PostMapping("/orders")
    ImportReport orders(
            @RequestParam(name = "mode", defaultValue = "historical") String word, HttpServletRequest request)
            throws IOException, ServletException {
        var mode = ImportMode.of(word)
                .orElseThrow(() -> Refusal.of(
                        HttpStatus.BAD_REQUEST,
                        "import-mode-unknown",
                        "The mode is unknown",
                        "The parameter mode must be one of "
                                + Arrays.stream(ImportMode.values())
                                        .map(ImportMode::word)
                                        .collect(Collectors.joining(", "))
                                + "."));
        try (var csv = csv(request)) {
            return orders.run(csv, mode);
        } catch (Unreadable e) {
            throw unreadable(e);
        }
    }

    @PostMapping("/catalog")
    ImportReport catalog(HttpServletRequest request) throws IOException, ServletException {
        try (var csv = csv(request)) {
            return catalog.run(csv);
        } catch (Unreadable e) {
            throw unreadable(e);
        }
    }

    private static InputStream csv(HttpServletRequest request) throws IOException, ServletException {
        var type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/")) {
            for (var part : request.getParts()) {
                if (part.getSubmittedFileName() != null) {
                    return new LimitedStream(part.getInputStream());
                }
            }
            throw Refusal.of(
                    HttpStatus.BAD_REQUEST, "file-missing", "The file is missing", "The form must carry one CSV file.");
        }
        if (type.startsWith("text/")
                || type.startsWith("application/csv")
                || type.startsWith("application/octet-stream")) {
            return new LimitedStream(request.getInputStream());
        }
        throw Refusal.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "content-type-unsupported",
                "The content type is not supported",
                "Send the file as the body with the header \"Content-Type: text/csv\", or as a form's file.");
    }

    private static Refusal unreadable(Unreadable e) {
        return Refusal.of(
                HttpStatus.UNPROCESSABLE_ENTITY, "file-unreadable", "The file cannot be read", e.getMessage() + ".");
    }
}
