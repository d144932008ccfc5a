package dev.afterglow.journey.contact;

import dev.afterglow.customer.Channel;
import dev.afterglow.customer.CustomerSettings;
import dev.afterglow.customer.Purpose;
import dev.afterglow.customer.Suppressions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads all facts of the contact policy in one statement: it is asked before every message. It reads tables of the
 * modules it may use, because eleven polite questions would be eleven round trips.
 */
@Repository
class ContactFactsQuery {

    private static final Duration WEEK = Duration.ofDays(7);

    /** A journey lasts thirty days; held messages and late deliveries add a few. */
    private static final Duration JOURNEY = Duration.ofDays(45);

    private static final String FACTS = """
            select
              exists (select 1 from suppressions s where s.address_hash = :address
                and (:byMail = 1 or s.reason in ('COMPLAINED', 'ERASED'))) as suppressed,
              :byMail = 1 or exists (select 1 from channel_consents k where k.customer_id = c.id
                and k.channel = :channel and k.granted) as channel_wanted,
              o.cancelled_at is not null
                or exists (select 1 from withdrawals w where w.order_id = o.id) as cancelled,
              coalesce(c.paused_until <= :now, true) and coalesce(
                (select min(case when k.granted then 1 else 0 end) from consents k
                 where k.customer_id = c.id and k.purpose = :purpose), :silence) = 1 as consent,
              (select case when count(*) = count(p.delivered_at) then max(p.delivered_at) end
               from shipments p where p.order_id = o.id) as delivered_at,
              exists (select 1 from returns r join orders a on a.id = r.order_id where a.customer_id = c.id
                and r.state in ('REQUESTED', 'IN_REVIEW', 'APPROVED', 'ARRIVED', 'ACCEPTED')) as open_return,
              exists (select 1 from support_cases s join orders b on b.id = s.order_id
                where b.customer_id = c.id and s.state <> 'CLOSED')
                or exists (select 1 from feedback f where f.customer_id = c.id and f.state <> 'SETTLED'
                  and (f.unhappy_words or f.answer = 'PROBLEM' or (f.kind = 'SCORE' and f.score <= 6))) as open_case,
              exists (select 1 from orders b where b.customer_id = c.id and b.placed_at > o.placed_at and b.id <> o.id
                and b.cancelled_at is null and not b.test) as bought_again,
              (select count(*) from messages m where m.order_id = o.id and m.purpose = 'PROMOTIONAL'
                and m.state = 'ACCEPTED') as promotions,
              c.last_contact_at,
              (select count(*) from messages m join orders a on a.id = m.order_id where a.customer_id = c.id
                and m.purpose <> 'TRANSACTIONAL' and m.state = 'ACCEPTED' and m.settled_at > :weekAgo) as contacts_in_week,
              exists (select 1 from orders b where b.customer_id = c.id and b.id <> o.id and b.placed_at > :journeysSince
                and b.cancelled_at is null and not b.test and not b.historical) as has_other_journey,
              exists (select 1 from messages m where m.order_id = o.id and m.touchpoint = :touchpoint
                and m.occurrence = :occurrence and m.state <> 'HELD' and m.state <> 'RETRY') as begun
            from orders o join customers c on c.id = o.customer_id
            where o.id = :order
            """;

    private final JdbcClient jdbc;
    private final Suppressions suppressions;
    private final CustomerSettings settings;

    ContactFactsQuery(JdbcClient jdbc, Suppressions suppressions, CustomerSettings settings) {
        this.jdbc = jdbc;
        this.suppressions = suppressions;
        this.settings = settings;
    }

    ContactFacts about(Question question, Instant now) {
        var purpose = question.touchpoint().purpose();
        return jdbc.sql(FACTS)
                .param("address", suppressions.hash(question.email()))
                .param("byMail", question.channel() == Channel.MAIL ? 1 : 0)
                .param("channel", question.channel().name())
                .param("order", question.dossier().order().id().value())
                .param("touchpoint", question.touchpoint().key())
                .param("occurrence", question.occurrence())
                .param("purpose", purpose.name())
                .param("silence", silenceMeansYes(purpose) ? 1 : 0)
                .param("now", Timestamp.from(now))
                .param("weekAgo", Timestamp.from(now.minus(WEEK)))
                .param("journeysSince", Timestamp.from(now.minus(JOURNEY)))
                .query(ContactFactsQuery::facts)
                .single();
    }

    private boolean silenceMeansYes(Purpose purpose) {
        return purpose != Purpose.PROMOTIONAL || settings.softOptIn();
    }

    private static ContactFacts facts(ResultSet row, int number) throws SQLException {
        return new ContactFacts(
                row.getBoolean("suppressed"),
                row.getBoolean("channel_wanted"),
                row.getBoolean("cancelled"),
                row.getBoolean("consent"),
                instant(row.getTimestamp("delivered_at")),
                row.getBoolean("open_return"),
                row.getBoolean("open_case"),
                row.getBoolean("bought_again"),
                row.getInt("promotions"),
                instant(row.getTimestamp("last_contact_at")),
                row.getInt("contacts_in_week"),
                row.getBoolean("has_other_journey"),
                row.getBoolean("begun"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant).orElse(null);
    }
}
