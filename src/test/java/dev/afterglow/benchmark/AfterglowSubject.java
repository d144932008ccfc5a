package dev.afterglow.benchmark;

import dev.afterglow.AfterglowApplication;
import dev.afterglow.catalog.Product;
import dev.afterglow.catalog.Products;
import dev.afterglow.customer.Contact;
import dev.afterglow.customer.EmailAddress;
import dev.afterglow.journey.People;
import dev.afterglow.journey.access.Staff;
import dev.afterglow.journey.engine.MovableClock;
import dev.afterglow.order.Address;
import dev.afterglow.order.Attempts;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.OrderRegister;
import dev.afterglow.order.OrderSource;
import dev.afterglow.order.ReportedOrder;
import dev.afterglow.support.SupportDesk;
import dev.afterglow.support.Topic;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The product, whole: an order recorded; a touchpoint decided, rendered, handed to a mail server and kept. */
public final class AfterglowSubject implements Subject {

    private static final long POLL = 20;

    private final OrderRegister orders;
    private final MovableClock clock;
    private final JdbcClient jdbc;
    private final ProcessEngineConfigurationImpl engine;
    private final People people;
    private final Attempts attempts;
    private final SupportDesk desk;

    private AfterglowSubject(ApplicationContext context) {
        orders = context.getBean(OrderRegister.class);
        clock = context.getBean(MovableClock.class);
        jdbc = context.getBean(JdbcClient.class);
        engine = (ProcessEngineConfigurationImpl)
                context.getBean(ProcessEngine.class).getProcessEngineConfiguration();
        engine.getJobExecutor().shutdown();
        people = context.getBean(People.class);
        attempts = context.getBean(Attempts.class);
        desk = context.getBean(SupportDesk.class);
        var products = context.getBean(Products.class);
        for (var sku : List.of("LAMP", "BULB")) {
            products.put(new Product(
                    sku,
                    "Aube " + sku,
                    "lighting",
                    "https://shop.example/" + sku,
                    null,
                    null,
                    null,
                    24,
                    true,
                    sku.equals("LAMP") ? List.of("BULB") : List.of(),
                    Map.of()));
        }
    }

    /** {@code url}, its user and the port of the mail server. */
    public static void main(String[] arguments) {
        var settings = new ArrayList<>(List.of(
                "--spring.datasource.url=" + arguments[0],
                "--spring.datasource.username=" + arguments[1],
                "--spring.mail.port=" + arguments[2],
                "--camunda.bpm.job-execution.enabled=true",
                "--afterglow.access.first-password-file=target/benchmark/first-admin-password"));
        settings.addAll(List.of(arguments).subList(3, arguments.length));
        Subject.serve(new AfterglowSubject(new SpringApplicationBuilder(AfterglowApplication.class)
                .profiles("test")
                .run(settings.toArray(String[]::new))));
    }

    @Override
    public void start(int count) {
        for (var order = 0; order < count; order++) {
            start();
        }
    }

    private void start() {
        var id = UUID.randomUUID().toString().substring(0, 18);
        var now = clock.instant();
        orders.report(new ReportedOrder(
                OrderSource.API,
                id,
                id,
                new Contact(
                        EmailAddress.of(id + "@example.org").orElseThrow(), "Anna", "Ami", Locale.ENGLISH, null, null),
                now,
                now,
                "EUR",
                new BigDecimal("89.00"),
                null,
                List.of(new OrderLine("1", "LAMP", "A lamp", null, 1, new BigDecimal("89.00"), 0)),
                Address.NONE,
                ZoneId.of("Europe/Paris"),
                null,
                false,
                null,
                null));
    }

    /** Confirms the orders, and lets the days pass until the last of them is due for its welcome. */
    @Override
    public void settle() {
        drain(due());
        clock.moveTo(jdbc.sql("select max(duedate_) from act_ru_job where duedate_ < :horizon")
                .param("horizon", Timestamp.from(clock.instant().plusSeconds(10 * 86_400)))
                .query(Timestamp.class)
                .single()
                .toInstant()
                .plusMillis(1));
    }

    @Override
    public void ask(int customers) {
        people.add(Pages.AGENT, "Sophie", "Martin", Staff.PASSWORD, List.of("support"));
        people.add(Pages.OPERATOR, "Oscar", "Petit", Staff.PASSWORD, List.of("operators"));
        jdbc.sql("select id from orders where number not like 'copy%' order by id desc").query(Long.class).stream()
                .limit(customers)
                .map(OrderId::new)
                .forEach(order -> attempts.inTransaction(
                        () -> desk.open(order, Topic.QUESTION, "How bright is the lamp at its lowest?", null)));
        drain(customers);
    }

    @Override
    public void drain(int count) {
        engine.getJobExecutor().start();
        try {
            while (due() > 0) {
                Thread.sleep(POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            engine.getJobExecutor().shutdown();
        }
    }

    private int due() {
        return jdbc.sql("select count(*) from act_ru_job where duedate_ <= :now")
                .param("now", Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
    }

    @Override
    public void fire(int count) {
        var commands = engine.getCommandExecutorTxRequired();
        var fired = 0;
        while (fired < count) {
            var acquired = commands.execute(new AcquireJobsCmd(engine.getJobExecutor()));
            for (var batch : acquired.getJobIdBatches()) {
                batch.forEach(job -> ExecuteJobHelper.executeJob(job, commands));
                fired += batch.size();
            }
            if (acquired.getJobIdBatches().isEmpty()) {
                throw new IllegalStateException("Only " + fired + " of " + count + " orders were due");
            }
        }
    }
}
