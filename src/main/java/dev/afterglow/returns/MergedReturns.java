package dev.afterglow.returns;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which returns ended in a withdrawal of the same things, and what of it came with their parcels. */
@Repository
class MergedReturns {

    private final JdbcClient jdbc;
    private final ReturnRecords records;

    MergedReturns(JdbcClient jdbc, ReturnRecords records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    /** The withdrawal that took the place of a return, or nothing. */
    Optional<ReturnId> heirOf(ReturnId id) {
        return jdbc.sql("select merged_into from returns where id = :id and merged_into is not null")
                .param("id", id.value())
                .query(Long.class)
                .optional()
                .map(ReturnId::new);
    }

    /** What of a return is still with the customer: all of it, less what came in the returns it took the place of. */
    List<ReturnedLine> toSend(ReturnId id) {
        var here = jdbc
                .sql("""
                        select l.line, sum(l.quantity) as quantity
                        from return_lines l join returns r on r.id = l.return_id
                        where r.merged_into = :id and r.arrived_at is not null
                        group by l.line
                        """)
                .param("id", id.value())
                .query((row, number) -> Map.entry(row.getInt("line"), row.getInt("quantity")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        return records.byId(id).orElseThrow().lines().stream()
                .map(line -> line.less(here.getOrDefault(line.line(), 0)))
                .filter(line -> line.quantity() > 0)
                .toList();
    }
}
