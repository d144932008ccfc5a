package dev.afterglow.operations;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what it means that H2's file is locked: a second node, or a command beside a running server. */
class LockedDatabaseAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private static final int DATABASE_ALREADY_OPEN = 90020;

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        if (cause.getErrorCode() != DATABASE_ALREADY_OPEN) {
            return null;
        }
        return new FailureAnalysis(
                "Another process has the database file open: an H2 file belongs to one node only.",
                "Stop the other process first, or give all nodes one PostgreSQL database, such as"
                        + " --spring.datasource.url=jdbc:postgresql://db/afterglow.",
                cause);
    }
}
