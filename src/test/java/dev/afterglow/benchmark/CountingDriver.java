package dev.afterglow.benchmark;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * Counts what passes between an application and its database: set as the driver class, it hands every URL to the driver
 * it belongs to. A statement of a batch counts as one, as it does for the database; commits do not count.
 */
public final class CountingDriver implements Driver {

    @Override
    public Connection connect(String url, Properties properties) throws SQLException {
        return counting(Connection.class, DriverManager.getConnection(url, properties), "");
    }

    @Override
    public boolean acceptsURL(String url) {
        return true;
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return true;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(Logger.GLOBAL_LOGGER_NAME);
    }

    private static <T> T counting(Class<T> type, Object target, String prepared) {
        InvocationHandler calls = (proxy, method, arguments) -> {
            var sql =
                    arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : prepared;
            if (target instanceof Statement && isOneStatement(method.getName(), sql)) {
                Statements.executed(sql);
            }
            try {
                return wrapped(method.getReturnType(), method.invoke(target, arguments), sql);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(CountingDriver.class.getClassLoader(), new Class<?>[] {type}, calls));
    }

    private static boolean isOneStatement(String method, String sql) {
        return method.equals("addBatch")
                || (method.startsWith("execute") && !method.equals("executeBatch") && !sql.isEmpty());
    }

    private static Object wrapped(Class<?> type, Object result, String sql) {
        var isStatement = type == Statement.class || type == PreparedStatement.class || type == CallableStatement.class;
        return result != null && isStatement ? counting(type, result, sql) : result;
    }
}
