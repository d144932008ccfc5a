package dev.afterglow.demo.web;

import dev.afterglow.demo.CaughtMail;
import dev.afterglow.demo.Mailbox;
import dev.afterglow.operations.Wording;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The demo's mailbox for people. */
@Controller
@Profile("demo")
@RequestMapping(path = "/demo/mailbox", produces = MediaType.TEXT_HTML_VALUE)
class MailboxPages {

    private static final int MOST = 200;
    private static final List<String> PARTS = List.of("html", "text", "source");

    private final Mailbox mailbox;

    MailboxPages(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    record Row(
            long id,
            String to,
            String subject,
            @Nullable String touchpoint,
            @Nullable String order,
            String sent) {

        static Row of(CaughtMail mail) {
            return new Row(
                    mail.id(),
                    mail.to(),
                    mail.subject(),
                    Wording.touchpoint(Objects.requireNonNullElse(mail.touchpoint(), "other")),
                    mail.order(),
                    Wording.moment(mail.sentAt(), ZoneId.of("UTC")));
        }
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String order, Model model) {
        var mails = mailbox.newestFirst().stream()
                .filter(mail -> order == null || order.equals(mail.order()))
                .toList();
        model.addAttribute("order", order);
        model.addAttribute("total", mails.size());
        model.addAttribute("mails", mails.stream().limit(MOST).map(Row::of).toList());
        return "demo/mailbox";
    }

    @GetMapping("/{id}/view")
    String view(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String part,
            @RequestParam(defaultValue = "desktop") String width,
            Model model) {
        var mail = mailbox.byId(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "This mail is no longer in the mailbox, or never was."));
        model.addAttribute("mail", mail);
        model.addAttribute("row", Row.of(mail));
        model.addAttribute("part", part(part, mail));
        model.addAttribute("width", "phone".equals(width) ? "phone" : "desktop");
        model.addAttribute("siblings", siblings(mail));
        return "demo/mail";
    }

    private static String part(@Nullable String wanted, CaughtMail mail) {
        var part = wanted == null || !PARTS.contains(wanted) ? "html" : wanted;
        return "html".equals(part) && mail.html() == null ? "text" : part;
    }

    /** The other mails about the same order, in the sequence the customer read them. */
    private List<Row> siblings(CaughtMail mail) {
        return mailbox.newestFirst().stream()
                .filter(other -> mail.order() != null && mail.order().equals(other.order()))
                .sorted(Comparator.comparing(CaughtMail::sentAt).thenComparing(CaughtMail::id))
                .map(Row::of)
                .toList();
    }
}
