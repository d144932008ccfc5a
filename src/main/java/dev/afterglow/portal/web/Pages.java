package dev.afterglow.portal.web;

import dev.afterglow.customer.Formats;
import dev.afterglow.customer.Shop;
import dev.afterglow.portal.FormKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes the pages under {@code pages/portal} in the reader's language, and how browsers must treat them. */
@Component
class Pages {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src %s; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    private final Shop shop;
    private final String policy;
    private final SpringTemplateEngine templates;

    Pages(Shop shop, ProductPictures pictures) {
        this.shop = shop;
        this.policy = POLICY.formatted(pictures.sources());
        this.templates = templates();
    }

    /** A page of a visit. */
    ResponseEntity<String> show(Visit visit, String page, Map<String, ?> facts) {
        return show(HttpStatus.OK, visit, page, facts);
    }

    /** A page of a visit that has something to say about a form. */
    ResponseEntity<String> show(HttpStatus status, Visit visit, String page, Map<String, ?> facts) {
        var variables = new HashMap<String, @Nullable Object>(facts);
        variables.putIfAbsent("here", page);
        variables.put("visit", visit);
        variables.put("order", visit.order());
        variables.put("zone", visit.zone());
        variables.put("form", FormKey.fresh().value());
        return written(status, visit.locale(), page, variables);
    }

    /** A page for somebody we do not know. */
    ResponseEntity<String> show(HttpStatus status, Locale locale, String page, Map<String, ?> facts) {
        return written(status, locale, page, new HashMap<>(facts));
    }

    private ResponseEntity<String> written(
            HttpStatus status, Locale locale, String page, Map<String, @Nullable Object> variables) {
        variables.put("page", page);
        variables.put("shop", shop);
        variables.put("language", locale.getLanguage());
        variables.put("languages", Languages.WRITTEN);
        variables.put("format", new Formats(locale));
        variables.put("times", new Times(locale));
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .header("Content-Language", locale.getLanguage())
                .header("Content-Security-Policy", policy)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex")
                .header("Cache-Control", "no-store")
                .body(templates.process(page, new Context(locale, variables)));
    }

    private static SpringTemplateEngine templates() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("pages/portal/texts");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        var files = new ClassLoaderTemplateResolver(Pages.class.getClassLoader());
        files.setPrefix("pages/portal/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        engine.setTemplateEngineMessageSource(texts);
        return engine;
    }

    /** How the reader writes the time of day. */
    record Times(Locale locale) {

        /** Such as 22 November 2026, 14:05. */
        public String moment(Instant instant, ZoneId zone) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                    .localizedBy(locale)
                    .format(instant.atZone(zone));
        }

        /** The day an instant falls on. */
        public LocalDate day(Instant instant, ZoneId zone) {
            return LocalDate.ofInstant(instant, zone);
        }
    }
}
