package dev.afterglow.message;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** An SMTP connection that knows how far it came: what a failure means depends on where it happened. */
class StagedTransport extends SMTPTransport {

    private volatile SmtpStage stage = SmtpStage.CONNECTION;

    StagedTransport(Session session, String protocol) {
        super(session, new URLName(protocol, null, -1, null, null, null), protocol, "smtps".equals(protocol));
    }

    /** What the failure means, said with the stage and the server's answer, where it gave one. */
    MailFailure failure(Exception cause) {
        var answer = getLastServerResponse();
        return new MailFailure(stage, getLastReturnCode(), answer == null ? "" : answer.strip(), cause);
    }

    @Override
    protected void mailFrom() throws MessagingException {
        stage = SmtpStage.SENDER;
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        stage = SmtpStage.RECIPIENT;
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        stage = SmtpStage.CONTENT;
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        stage = SmtpStage.ANSWER;
        super.finishData();
    }

    @Override
    protected OutputStream bdat() throws MessagingException {
        stage = SmtpStage.CONTENT;
        return super.bdat();
    }

    @Override
    protected void finishBdat() throws IOException, MessagingException {
        stage = SmtpStage.ANSWER;
        super.finishBdat();
    }
}
