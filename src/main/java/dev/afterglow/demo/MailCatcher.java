package dev.afterglow.demo;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A mail server inside the demo that takes every mail and delivers none. */
@Component
@Profile("demo")
class MailCatcher implements DisposableBean {

    private static final String HOST = "127.0.0.1";

    private final GreenMail server = new GreenMail(new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP));
    private final Mailbox mailbox;
    private final GreenMailUser postman;

    MailCatcher(Mailbox mailbox) throws UserException {
        this.mailbox = mailbox;
        server.start();
        postman = server.getUserManager().createUser("postman@localhost", "postman", "postman");
        server.getUserManager().setMessageDeliveryHandler(this::pass);
    }

    String host() {
        return HOST;
    }

    int port() {
        return server.getSmtp().getPort();
    }

    /** The server wants a mailbox of its own to put the mail into; it is emptied at every mail. */
    private GreenMailUser pass(MovingMessage moving, MailAddress recipient) throws MessagingException {
        try {
            mailbox.receive(moving.getMessage());
            server.getManagers().getImapHostManager().getInbox(postman).deleteAllMessages();
            return postman;
        } catch (IOException | FolderException e) {
            throw new MessagingException("The demo's mailbox could not read the mail", e);
        }
    }

    @Override
    public void destroy() {
        server.stop();
    }
}
