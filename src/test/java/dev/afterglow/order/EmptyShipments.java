package dev.afterglow.order;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real shipments over a real database with nothing in it. */
public final class EmptyShipments {

    private EmptyShipments() {}

    public static Shipments open() {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:empty;DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(database).load().migrate();
        return new Shipments(JdbcClient.create(database));
    }
}
