package dev.afterglow.message.bounces;

import dev.afterglow.customer.EmailAddress;
import dev.afterglow.customer.Suppressions;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leaves an address alone when a server reports that nothing will ever reach it. */
@Component
class Bounces {

    private static final Logger log = LoggerFactory.getLogger(Bounces.class);

    private final JdbcClient jdbc;
    private final Suppressions suppressions;
    private final MeterRegistry meters;

    Bounces(JdbcClient jdbc, Suppressions suppressions, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.suppressions = suppressions;
        this.meters = meters;
    }

    /** What became of a mail in the mailbox of reports. */
    enum Verdict {
        /** The address is left alone from now on. */
        SUPPRESSED,
        /** It may still arrive, or the address is not to blame. */
        NOTED,
        /** About a mail we never sent: reports are easily forged, our ids are not. */
        NOT_OURS,
        /** A holiday notice, an answer, an advertisement. */
        NO_REPORT
    }

    /** Believes a report only about a mail we sent, and only of the address we sent it to. */
    Verdict take(Part mail) throws MessagingException, IOException {
        var verdict = DeliveryReport.of(mail).map(this::take).orElse(Verdict.NO_REPORT);
        meters.counter("afterglow.bounces", "verdict", verdict.name()).increment();
        return verdict;
    }

    private Verdict take(DeliveryReport report) {
        var address = jdbc.sql("""
                        select c.email from messages m
                        join orders o on o.id = m.order_id join customers c on c.id = o.customer_id
                        where m.message_id = :messageId
                        """)
                .param("messageId", report.messageId())
                .query(String.class)
                .optional()
                .flatMap(EmailAddress::of);
        if (address.isEmpty()) {
            return Verdict.NOT_OURS;
        }
        log.info("The mail {} was reported {} with {}", report.messageId(), report.action(), report.status());
        if (!report.isForGood()) {
            return Verdict.NOTED;
        }
        suppressions.add(address.get(), Suppressions.Reason.BOUNCED);
        return Verdict.SUPPRESSED;
    }
}
