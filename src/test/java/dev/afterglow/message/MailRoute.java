package dev.afterglow.message;

import org.springframework.mail.javamail.JavaMailSender;

/** Leads the application's mails to another server, as when one is replaced or gone. */
public final class MailRoute {

    private MailRoute() {}

    /** From now on to this port; connections that were kept open are closed. */
    public static void to(int port, JavaMailSender sender) {
        var mails = (PooledMailSender) sender;
        mails.setPort(port);
        mails.hangUp();
    }
}
