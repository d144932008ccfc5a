package dev.afterglow.customer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Addresses nothing is sent to any more; kept as keyed hashes, so that an erased person stays erased. */
@Repository
public class Suppressions {

    /** Why an address is left alone. */
    public enum Reason {
        BOUNCED,
        COMPLAINED,
        REJECTED,
        ERASED
    }

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecretKeySpec key;

    Suppressions(JdbcClient jdbc, Clock clock, CustomerSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.key = new SecretKeySpec(settings.suppressionKey().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** Leaves the address alone from now on; the first reason stands. */
    public void add(EmailAddress address, Reason reason) {
        jdbc.sql("""
                        insert into suppressions (address_hash, reason, suppressed_at)
                        select :hash, :reason, cast(:now as timestamp with time zone)
                        where not exists (select 1 from suppressions where address_hash = :hash)
                        """)
                .param("hash", hash(address))
                .param("reason", reason.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** What an address is known by here. */
    public String hash(EmailAddress address) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(address.value().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
