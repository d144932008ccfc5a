package dev.afterglow.message;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Connections of the ledger's own: a job holds one of the main pool while its mail is handed over, so that claims out
 * of the same pool would wait for each other for ever.
 */
@Component
class LedgerConnections implements DisposableBean {

    private final HikariDataSource pool;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    LedgerConnections(DataSourceProperties properties, MessageSettings settings) {
        pool = properties
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
        pool.setPoolName("ledger");
        pool.setMaximumPoolSize(settings.connections() + 2);
        pool.setMinimumIdle(1);
        jdbc = JdbcClient.create(pool);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    TransactionOperations transactions() {
        return transactions;
    }

    @Override
    public void destroy() {
        pool.close();
    }
}
