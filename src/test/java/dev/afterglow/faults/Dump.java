package dev.afterglow.faults;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every value of every table of the schema, the engine's and its byte arrays among them, as text. */
class Dump {

    private final JdbcTemplate jdbc;
    private int values;

    Dump(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
    }

    /** Where a text is found, as {@code TABLE.COLUMN: value}. */
    List<String> hits(Pattern text) {
        values = 0;
        var hits = new ArrayList<String>();
        for (var table : tables()) {
            jdbc.query("select * from " + table, row -> {
                read(row, cell -> {
                    values++;
                    if (text.matcher(cell).find()) {
                        hits.add(table + ": " + cell.substring(0, Math.min(200, cell.length())));
                    }
                });
            });
        }
        return hits;
    }

    /** How many values were read. */
    int values() {
        return values;
    }

    private List<String> tables() {
        return jdbc.execute((Connection connection) -> {
            var tables = new ArrayList<String>();
            try (var found = connection
                    .getMetaData()
                    .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"
                    })) {
                while (found.next()) {
                    tables.add('"' + found.getString("TABLE_NAME") + '"');
                }
            }
            return tables;
        });
    }

    private static void read(ResultSet row, Consumer<String> reader) throws SQLException {
        var columns = row.getMetaData();
        for (var column = 1; column <= columns.getColumnCount(); column++) {
            var bytes = isBinary(columns.getColumnTypeName(column));
            var cell = bytes ? text(row.getBytes(column)) : row.getString(column);
            if (cell != null) {
                reader.accept(columns.getColumnName(column) + " = " + cell);
            }
        }
    }

    private static boolean isBinary(String type) {
        return type.startsWith("BINARY") || type.equals("bytea");
    }

    private static String text(byte[] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
