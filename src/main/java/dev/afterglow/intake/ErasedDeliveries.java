package dev.afterglow.intake;

import dev.afterglow.customer.CustomerErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Empties what shops delivered about a customer who asked to be forgotten; that it was delivered stays known. */
@Component
class ErasedDeliveries {

    private final JdbcClient jdbc;

    ErasedDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(CustomerErased event) {
        jdbc.sql("""
                        update webhook_deliveries set body = '{}', headers = null, detail = 'Erased at the customer''s request',
                          order_external_id = null, order_number = null, tracking_number = null
                        where lower(body) like :address escape '!'
                          or order_external_id in (select external_id from orders where customer_id = :customer)
                          or order_number in (select number from orders where customer_id = :customer)
                          or tracking_number in (select s.tracking_number from shipments s
                            join orders o on o.id = s.order_id where o.customer_id = :customer)
                          or tracking_number in (select r.tracking_number from returns r
                            join orders o on o.id = r.order_id where o.customer_id = :customer)
                        """)
                .param("address", "%" + event.email().value().replaceAll("[!%_]", "!$0") + "%")
                .param("customer", event.customer().value())
                .update();
        jdbc.sql("""
                        delete from idempotent_answers where exists
                          (select 1 from orders o where o.customer_id = :customer
                             and idempotent_answers.body like concat('%"', o.number, '"%'))
                        """).param("customer", event.customer().value()).update();
    }
}
