package dev.afterglow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.order.Orders;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DemoTest
class MailboxTests {

    @Autowired
    private Orders orders;

    @Test
    void keepsTheNewestTwoThousandMails() throws Exception {
        var mailbox = new Mailbox(orders, Clock.systemUTC());

        for (var number = 1; number <= Mailbox.MOST + 5; number++) {
            mailbox.receive(mail("Number " + number));
        }

        assertThat(mailbox.newestFirst()).hasSize(Mailbox.MOST);
        assertThat(mailbox.newestFirst().get(0).subject()).isEqualTo("Number 2005");
        assertThat(mailbox.byId(5)).isEmpty();
        assertThat(mailbox.byId(6)).isPresent();
    }

    @Test
    void takesMailForAnybodyOverSmtp() throws Exception {
        var mailbox = new Mailbox(orders, Clock.systemUTC());
        var catcher = new MailCatcher(mailbox);
        try {
            var mail = mail("Bonjour à tous");
            try (var transport = session(catcher).getTransport("smtp")) {
                transport.connect();
                transport.sendMessage(mail, mail.getAllRecipients());
                transport.sendMessage(mail, mail.getAllRecipients());
            }
        } finally {
            catcher.destroy();
        }

        assertThat(mailbox.newestFirst()).hasSize(2).allSatisfy(caught -> {
            assertThat(caught.subject()).isEqualTo("Bonjour à tous");
            assertThat(caught.to()).isEqualTo("somebody@mail.example");
            assertThat(caught.text()).isEqualTo("Text");
            assertThat(caught.html()).isNull();
        });
    }

    private static Session session(MailCatcher catcher) {
        var properties = new Properties();
        properties.put("mail.smtp.host", catcher.host());
        properties.put("mail.smtp.port", Integer.toString(catcher.port()));
        return Session.getInstance(properties);
    }

    private static MimeMessage mail(String subject) throws Exception {
        var mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom(new InternetAddress("shop@mail.example"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("somebody@mail.example"));
        mail.setSubject(subject, "UTF-8");
        mail.setSentDate(new Date());
        mail.setText("Text", "UTF-8");
        mail.saveChanges();
        return mail;
    }
}
