package dev.afterglow.demo;

import dev.afterglow.order.Order;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.Orders;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Every mail of the demo, newest first; the oldest make room, so that a long demo does not fill the memory. */
@Component
@Profile("demo")
public class Mailbox {

    static final int MOST = 2000;

    private final Deque<CaughtMail> mails = new ArrayDeque<>();
    private final Orders orders;
    private final Clock clock;
    private long received;

    Mailbox(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /** All that are kept, newest first. */
    public synchronized List<CaughtMail> newestFirst() {
        return new ArrayList<>(mails);
    }

    /** The mail, or nothing when it never came or made room for newer ones. */
    public synchronized Optional<CaughtMail> byId(long id) {
        return mails.stream().filter(mail -> mail.id() == id).findFirst();
    }

    /** The mail with this Message-ID, or nothing. */
    public synchronized Optional<CaughtMail> byMessageId(String messageId) {
        return mails.stream().filter(mail -> messageId.equals(mail.messageId())).findFirst();
    }

    void receive(MimeMessage message) throws MessagingException, IOException {
        var reading = new MailReading(message);
        var order = numberOf(reading.header("X-Afterglow-Order"));
        synchronized (this) {
            mails.addFirst(new CaughtMail(
                    ++received,
                    message.getMessageID(),
                    reading.recipient(),
                    reading.subject(),
                    reading.header("X-Afterglow-Touchpoint"),
                    order,
                    sentAt(message),
                    reading.html(),
                    reading.text(),
                    reading.source()));
            while (mails.size() > MOST) {
                mails.removeLast();
            }
        }
    }

    private Instant sentAt(MimeMessage message) throws MessagingException {
        return Optional.ofNullable(message.getSentDate()).map(Date::toInstant).orElseGet(clock::instant);
    }

    private @Nullable String numberOf(@Nullable String id) {
        return Optional.ofNullable(id)
                .filter(text -> text.matches("[1-9]\\d{0,17}"))
                .flatMap(text -> orders.byId(OrderId.parse(text)))
                .map(Order::number)
                .orElse(null);
    }
}
