package dev.afterglow.customer;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts mails that came back from addresses that may work tomorrow, until there are too many of them. */
@Repository
public class SoftBounces {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SoftBounceSettings settings;
    private final Suppressions suppressions;

    SoftBounces(JdbcClient jdbc, Clock clock, SoftBounceSettings settings, Suppressions suppressions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
        this.suppressions = suppressions;
    }

    /**
     * Keeps one more, and leaves the address alone when that is one too many; answers whether it is.
     *
     * @param messageId of the mail that came back: however often it is reported, it counts once
     */
    @Transactional
    public boolean count(EmailAddress address, String messageId) {
        var tooMany = counted(suppressions.hash(address), messageId) >= settings.most();
        if (tooMany) {
            suppressions.add(address, Suppressions.Reason.BOUNCED);
        }
        return tooMany;
    }

    private int counted(String addressHash, String messageId) {
        var now = clock.instant();
        var since = Timestamp.from(now.minus(settings.within()));
        jdbc.sql("delete from soft_bounces where address_hash = :address and reported_at < :since")
                .param("address", addressHash)
                .param("since", since)
                .update();
        jdbc.sql("""
                        insert into soft_bounces (address_hash, message_id, reported_at)
                        select :address, :message, cast(:now as timestamp with time zone)
                        where not exists
                          (select 1 from soft_bounces where address_hash = :address and message_id = :message)
                        """)
                .param("address", addressHash)
                .param("message", messageId)
                .param("now", Timestamp.from(now))
                .update();
        return jdbc.sql("select count(*) from soft_bounces where address_hash = :address")
                .param("address", addressHash)
                .query(Integer.class)
                .single();
    }
}
