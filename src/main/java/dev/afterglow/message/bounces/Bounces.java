package dev.afterglow.message.bounces;

import dev.afterglow.customer.SoftBounces;
import dev.afterglow.customer.Suppressions;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leaves an address alone when a server reports that nothing will ever reach it, or that nothing did for too long. */
@Component
class Bounces {

    private static final Logger log = LoggerFactory.getLogger(Bounces.class);

    private final JdbcClient jdbc;
    private final Suppressions suppressions;
    private final SoftBounces softBounces;
    private final MeterRegistry meters;

    Bounces(JdbcClient jdbc, Suppressions suppressions, SoftBounces softBounces, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.suppressions = suppressions;
        this.softBounces = softBounces;
        this.meters = meters;
    }

    /** What became of a mail in the mailbox of reports. */
    enum Verdict {
        /** The address is left alone from now on. */
        SUPPRESSED,
        /** It may still arrive, the address is not to blame, or the report speaks of somebody else. */
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
        var mailed = mailed(report.messageId());
        if (mailed.isEmpty()) {
            return Verdict.NOT_OURS;
        }
        log.info("The mail {} was reported {} with {}", report.messageId(), report.action(), report.status());
        var address = report.recipients().stream()
                .filter(recipient -> suppressions.hash(recipient).equals(mailed.get()))
                .findFirst();
        if (address.isEmpty()) {
            log.info("The report about {} names nobody the mail was sent to", report.messageId());
            return Verdict.NOTED;
        }
        if (report.isForGood()) {
            suppressions.add(address.get(), Suppressions.Reason.BOUNCED);
            return Verdict.SUPPRESSED;
        }
        var tooMany = report.isSoft() && softBounces.count(address.get(), report.messageId());
        return tooMany ? Verdict.SUPPRESSED : Verdict.NOTED;
    }

    /** Whom our mail went to, as the suppressions know it. */
    private Optional<String> mailed(String messageId) {
        return jdbc.sql(
                        "select recipient_hash from messages where message_id = :messageId and recipient_hash is not null")
                .param("messageId", messageId)
                .query(String.class)
                .optional();
    }
}
