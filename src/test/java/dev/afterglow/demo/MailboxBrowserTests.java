package dev.afterglow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.Chromium;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Mails that hold scripts, looked at in the demo's mailbox with a real browser. */
@DemoTest
class MailboxBrowserTests {

    @Autowired
    private Mailbox mailbox;

    @LocalServerPort
    private int port;

    @Test
    void runsNoScriptOfAMail() throws Exception {
        var origin = "http://localhost:" + port;
        var scripts = Files.readAllLines(Path.of("src/test/resources/attack/scripts.txt"));
        try (var chromium = Chromium.orSkip("scripts in mails are not tried")) {
            for (var script : scripts) {
                mailbox.receive(mail(script));
            }
            var executed = new TreeSet<String>();
            var context = chromium.browser().newContext();
            context.exposeBinding(
                    "owned",
                    (source, script) ->
                            executed.add(script[0] + " on " + source.page().url()));
            var page = context.newPage();
            page.navigate(origin + "/demo/mailbox");
            for (var mail : mailbox.newestFirst().subList(0, scripts.size())) {
                for (var view : new String[] {"/view", "/view?part=text", "/html"}) {
                    var answer = page.navigate(origin + "/demo/mailbox/" + mail.id() + view);
                    assertThat(answer.status()).isEqualTo(200);
                }
                page.waitForTimeout(20);
            }

            assertThat(executed).isEmpty();
        }
    }

    private static MimeMessage mail(String script) throws Exception {
        var mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom(new InternetAddress("shop@mail.example"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("somebody@mail.example"));
        mail.setSubject(script, "UTF-8");
        mail.setHeader("X-Afterglow-Touchpoint", script);
        mail.setSentDate(new Date());
        mail.setContent("<p>" + script + "</p>", "text/html; charset=UTF-8");
        mail.saveChanges();
        return mail;
    }
}
