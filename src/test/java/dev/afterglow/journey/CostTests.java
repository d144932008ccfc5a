package dev.afterglow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.AfterglowTest;
import dev.afterglow.TestShop;
import dev.afterglow.benchmark.Statements;
import dev.afterglow.catalog.Products;
import dev.afterglow.journey.engine.MovableClock;
import dev.afterglow.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an order costs the database, counted; whoever adds a statement or a row sees here which one. */
@AfterglowTest
class CostTests {

    private static final String QUIET_ZONE = "Asia/Kathmandu";

    @Autowired
    TestShop shop;

    @Autowired
    TimeMachine time;

    @Autowired
    Products products;

    @Autowired
    MovableClock clock;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    /** The first order of a JVM compiles drawings, reads texts and takes a block of ids. */
    @BeforeEach
    void warmUp() {
        shop.anOrder().placed();
        time.advance(Duration.ofDays(11));
    }

    @Test
    void recordsAnOrderAndStartsItsJourneyInTwelveStatements() {
        var statements = Statements.during(() -> shop.anOrder().placed());

        assertStatements(statements, 12);
    }

    @Test
    void sendsATouchpointForHardlyMoreThanStockCamundaPaysToFireAnEmptyTimer() {
        var order = shop.anOrder().in(QUIET_ZONE).placed();
        time.advance(Duration.ZERO);
        makeDue(order);

        var statements = Statements.during(this::runDue);

        assertThat(shop.touchpointsMailed(order)).containsExactly("order-confirmation", "welcome");
        assertStatements(statements, 21);
    }

    @Test
    void sendsATouchpointWithSuggestionsAndWhatOthersSayOfThemForOneMore() {
        var order = shop.anOrder().in(QUIET_ZONE).placed();
        time.advance(Duration.ZERO);
        // A Sunday or a holiday holds a message for a day.
        while (!shop.touchpointsMailed(order).contains("product-education")) {
            time.advanceTo(dueOf(order).plusSeconds(1));
        }
        makeDue(order);

        var statements = Statements.during(this::runDue);

        assertThat(shop.touchpointsMailed(order)).last().isEqualTo("cross-sell");
        assertStatements(statements, 22);
    }

    @Test
    void keepsSixRowsInTheEngineWhileAnOrderWaits() {
        time.advance(Duration.ZERO);
        var before = engineRows();

        shop.anOrder().placed();
        time.advance(Duration.ZERO);

        assertThat(grown(before, engineRows()))
                .as("rows of the engine for an order that waits")
                .isEqualTo("{ACT_HI_PROCINST=1, ACT_RU_EVENT_SUBSCR=2, ACT_RU_EXECUTION=2, ACT_RU_JOB=1}");
    }

    private static void assertStatements(List<String> statements, int most) {
        assertThat(statements.size())
                .as("%d statements:\n%s\n", statements.size(), String.join("\n", statements))
                .isLessThanOrEqualTo(most);
    }

    private void makeDue(OrderId order) {
        var due = dueOf(order);
        time.advanceTo(due.minusMillis(1));
        clock.moveTo(due.plusMillis(1));
        readCatalogue();
    }

    /** In a busy shop the products of an order were asked for a moment ago. */
    private void readCatalogue() {
        var skus = List.of("LAMP", "BULB", "SHADE");
        products.bySkus(skus).values().forEach(products::put);
        products.bySkus(skus);
    }

    private Instant dueOf(OrderId order) {
        var journey = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(order.toString())
                .singleResult();
        return management
                .createJobQuery()
                .processInstanceId(journey.getId())
                .singleResult()
                .getDuedate()
                .toInstant();
    }

    /** As the job executor does it: acquire, lock, execute. */
    private void runDue() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        var commands = configuration.getCommandExecutorTxRequired();
        var acquired = commands.execute(new AcquireJobsCmd(configuration.getJobExecutor(), 1));
        for (var batch : acquired.getJobIdBatches()) {
            batch.forEach(job -> ExecuteJobHelper.executeJob(job, commands));
        }
    }

    private TreeMap<String, Long> engineRows() {
        return jdbc
                .sql(
                        "select upper(table_name) from information_schema.tables where upper(table_name) like 'ACT@_%' escape '@'")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> jdbc.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static String grown(TreeMap<String, Long> before, TreeMap<String, Long> after) {
        var grown = new TreeMap<String, Long>();
        after.forEach((table, rows) -> {
            if (rows > before.get(table)) {
                grown.put(table, rows - before.get(table));
            }
        });
        return grown.toString();
    }
}
