package dev.afterglow.portal;

import dev.afterglow.customer.Shop;
import dev.afterglow.order.OrderId;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts which pages are opened: once per order, page and day, without a word on who or from where. */
@Repository
public class PortalVisits {

    private final JdbcClient jdbc;
    private final Shop shop;
    private final Clock clock;

    PortalVisits(JdbcClient jdbc, Shop shop, Clock clock) {
        this.jdbc = jdbc;
        this.shop = shop;
        this.clock = clock;
    }

    /** Counts a page as opened today. */
    public void count(OrderId order, String page) {
        try {
            jdbc.sql("""
                            insert into portal_visits (order_id, page, visited_on)
                            select cast(:order as bigint), :page, :day
                            where not exists
                              (select 1 from portal_visits where order_id = :order and page = :page and visited_on = :day)
                            """)
                    .param("order", order.value())
                    .param("page", page)
                    .param("day", Date.valueOf(LocalDate.ofInstant(clock.instant(), shop.zone())))
                    .update();
        } catch (DuplicateKeyException e) {
            // Opened twice at the same instant: it counts once.
        }
    }
}
