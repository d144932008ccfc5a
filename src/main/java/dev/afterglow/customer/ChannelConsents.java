package dev.afterglow.customer;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** By which channels besides mail customers want to be reached: nobody is, before she said yes. */
@Repository
public class ChannelConsents {

    private final JdbcClient jdbc;
    private final Clock clock;

    ChannelConsents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Her latest word on each channel she ever spoke about. */
    public List<ChannelConsent> of(CustomerId customer) {
        return jdbc.sql("""
                        select channel, granted, address, source, given_at from channel_consents
                        where customer_id = :customer order by channel
                        """)
                .param("customer", customer.value())
                .query((row, number) -> new ChannelConsent(
                        Channel.valueOf(row.getString("channel")),
                        row.getBoolean("granted"),
                        row.getString("address"),
                        row.getString("source"),
                        row.getTimestamp("given_at").toInstant()))
                .list();
    }

    /** Her word on one channel, or nothing while she has not spoken about it. */
    public Optional<ChannelConsent> of(CustomerId customer, Channel channel) {
        return of(customer).stream()
                .filter(consent -> consent.channel() == channel)
                .findFirst();
    }

    /** Keeps the latest word only: an older one that arrives late changes nothing. */
    @Transactional
    public void remember(CustomerId customer, ChannelConsent consent) {
        if (consent.channel() == Channel.MAIL) {
            throw new IllegalArgumentException("Mail is agreed to by purpose, not as a channel");
        }
        var changed = spoken("""
                        update channel_consents
                        set granted = :granted, address = :address, source = :source, given_at = :at
                        where customer_id = :customer and channel = :channel and given_at <= :at
                        """, customer, consent).update();
        if (changed == 0) {
            spoken("""
                            insert into channel_consents (customer_id, channel, granted, address, source, given_at)
                            select cast(:customer as bigint), :channel, cast(:granted as boolean), :address, :source,
                              cast(:at as timestamp with time zone)
                            where not exists
                              (select 1 from channel_consents where customer_id = :customer and channel = :channel)
                            """, customer, consent).update();
        }
    }

    /** She changes her mind about a channel she is known on; where she is reached stays as it is. */
    @Transactional
    public void say(CustomerId customer, Channel channel, boolean granted, String source) {
        of(customer, channel)
                .filter(known -> known.granted() != granted)
                .ifPresent(known -> remember(
                        customer, new ChannelConsent(channel, granted, known.address(), source, clock.instant())));
    }

    private JdbcClient.StatementSpec spoken(String sql, CustomerId customer, ChannelConsent consent) {
        return jdbc.sql(sql)
                .param("customer", customer.value())
                .param("channel", consent.channel().name())
                .param("granted", consent.granted())
                .param("address", consent.address())
                .param("source", consent.source())
                .param("at", Timestamp.from(consent.at()));
    }
}
