package dev.afterglow.feedback;

import dev.afterglow.customer.CustomerId;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The codes customers give to their friends: one each, easy to say aloud, impossible to guess. */
@Repository
public class ReferralCodes {

    /** Without the letters and digits one mistakes for another. */
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    private static final int LENGTH = 12;
    private static final int GROUP = 4;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Clock clock;

    ReferralCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Her code, or nothing when she was never given one. */
    public Optional<String> of(CustomerId customer) {
        return jdbc.sql("select code from referral_codes where customer_id = :customer")
                .param("customer", customer.value())
                .query(String.class)
                .optional();
    }

    /** Whose code it is, or nothing; a shop asks when a friend uses it. */
    public Optional<CustomerId> ownerOf(String code) {
        return jdbc.sql("select customer_id from referral_codes where code = :code")
                .param("code", code.strip().toUpperCase(Locale.ROOT))
                .query(Long.class)
                .optional()
                .map(CustomerId::new);
    }

    String grant(CustomerId customer) {
        jdbc.sql("""
                        insert into referral_codes (customer_id, code, issued_at)
                        select cast(:customer as bigint), :code, cast(:now as timestamp with time zone)
                        where not exists (select 1 from referral_codes where customer_id = :customer)
                        """)
                .param("customer", customer.value())
                .param("code", unguessable())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return of(customer).orElseThrow();
    }

    private String unguessable() {
        var code = new StringBuilder();
        for (var i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
