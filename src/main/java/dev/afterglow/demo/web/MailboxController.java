package dev.afterglow.demo.web;

import dev.afterglow.demo.CaughtMail;
import dev.afterglow.demo.Mailbox;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The demo's mailbox for scripts: the list as JSON, and each mail as it came over the wire. */
@RestController
@Profile("demo")
@RequestMapping("/demo/mailbox")
class MailboxController {

    /** A mail's HTML may show pictures and style itself; it may run nothing and be framed by this site only. */
    private static final String MAIL_POLICY =
            "default-src 'none'; img-src 'self' https: data:; style-src 'unsafe-inline'; frame-ancestors 'self'; "
                    + "sandbox allow-popups allow-popups-to-escape-sandbox";

    private final Mailbox mailbox;

    MailboxController(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    record Envelope(
            long id,
            String to,
            String subject,
            @Nullable String touchpoint,
            @Nullable String order,
            Instant sentAt) {

        static Envelope of(CaughtMail mail) {
            return new Envelope(mail.id(), mail.to(), mail.subject(), mail.touchpoint(), mail.order(), mail.sentAt());
        }
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    List<Envelope> list(@RequestParam(required = false) @Nullable String order) {
        return mailbox.newestFirst().stream()
                .filter(mail -> order == null || order.equals(mail.order()))
                .map(Envelope::of)
                .toList();
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> source(@PathVariable long id) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("message/rfc822"))
                .header("Content-Disposition", "inline; filename=\"mail-" + id + ".eml\"")
                .body(mail(id).source());
    }

    @GetMapping("/{id}/html")
    ResponseEntity<String> html(@PathVariable long id) {
        var html = mail(id).html();
        if (html == null) {
            throw missing("Mail " + id + " is plain text; read it at /demo/mailbox/" + id + "/view?part=text.");
        }
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", MAIL_POLICY)
                .header("X-Frame-Options", "SAMEORIGIN")
                .body(html);
    }

    private CaughtMail mail(long id) {
        return mailbox.byId(id)
                .orElseThrow(() -> missing("There is no mail " + id + " in the mailbox; see /demo/mailbox."));
    }

    private static ErrorResponseException missing(String detail) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, detail);
        problem.setType(URI.create("urn:afterglow:problem:mail-unknown"));
        problem.setTitle("No such mail");
        return new ErrorResponseException(HttpStatus.NOT_FOUND, problem, null);
    }
}
