package dev.afterglow.customer;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Everything that hangs on a customer, found by following the database's own references from her row: a table that is
 * added later is part of it without anybody remembering to say so.
 */
@Repository
class PersonalRecords {

    /** A column that points at another table. */
    record Reference(String table, String column, String parentColumn, boolean gone) {}

    private final JdbcTemplate jdbc;

    PersonalRecords(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
    }

    Map<String, List<Map<String, Object>>> of(CustomerId customer) {
        var found = new LinkedHashMap<String, List<Map<String, Object>>>();
        collect("customers", "id", customer.value(), found, new HashSet<>());
        return found;
    }

    /** Who points at the table, and whether such rows go when theirs goes. */
    List<Reference> referencesTo(String table) {
        return jdbc.execute((Connection connection) -> {
            var meta = connection.getMetaData();
            var name = meta.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
            try (var keys = meta.getExportedKeys(connection.getCatalog(), connection.getSchema(), name)) {
                return references(keys);
            }
        });
    }

    private static List<Reference> references(ResultSet keys) throws SQLException {
        var references = new ArrayList<Reference>();
        while (keys.next()) {
            references.add(new Reference(
                    keys.getString("FKTABLE_NAME").toLowerCase(Locale.ROOT),
                    keys.getString("FKCOLUMN_NAME").toLowerCase(Locale.ROOT),
                    keys.getString("PKCOLUMN_NAME").toLowerCase(Locale.ROOT),
                    keys.getShort("DELETE_RULE") == DatabaseMetaData.importedKeyCascade));
        }
        return references;
    }

    private void collect(
            String table, String column, Object value, Map<String, List<Map<String, Object>>> found, Set<Object> seen) {
        var references = referencesTo(table);
        for (var row : jdbc.queryForList("select * from " + table + " where " + column + " = ?", value)) {
            if (seen.add(List.of(table, row))) {
                found.computeIfAbsent(table, name -> new ArrayList<>()).add(row);
                for (var reference : references) {
                    var parent = row.get(reference.parentColumn());
                    if (parent != null) {
                        collect(reference.table(), reference.column(), parent, found, seen);
                    }
                }
            }
        }
    }
}
