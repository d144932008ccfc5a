package dev.afterglow.journey.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import dev.afterglow.AfterglowTest;
import dev.afterglow.Chromium;
import dev.afterglow.TestShop;
import dev.afterglow.feedback.FeedbackDesk;
import dev.afterglow.feedback.Photos;
import dev.afterglow.feedback.WrittenReview;
import dev.afterglow.journey.People;
import dev.afterglow.journey.TimeMachine;
import dev.afterglow.order.Address;
import dev.afterglow.order.Attempts;
import dev.afterglow.order.OrderId;
import dev.afterglow.order.OrderLine;
import dev.afterglow.order.Orders;
import dev.afterglow.returns.Resolution;
import dev.afterglow.returns.Return;
import dev.afterglow.returns.ReturnReason;
import dev.afterglow.returns.Returns;
import dev.afterglow.support.SupportDesk;
import dev.afterglow.support.Topic;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People who do the work of every user task of every drawing, in Tasklist, with a real browser. */
@AfterglowTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgentBrowserTests {

    private static final List<String> GROUPS = List.of("support", "returns", "care", "supervisors");
    private static final String PASSWORD = "a quiet morning of work";

    @Autowired
    TestShop shop;

    @Autowired
    TimeMachine time;

    @Autowired
    SupportDesk desk;

    @Autowired
    FeedbackDesk feedback;

    @Autowired
    Photos photos;

    @Autowired
    Returns returns;

    @Autowired
    Attempts attempts;

    @Autowired
    Orders orders;

    @Autowired
    People people;

    @Autowired
    TaskService tasks;

    @LocalServerPort
    int port;

    Chromium chromium;
    final Map<String, Tasklist> agents = new HashMap<>();

    @BeforeAll
    void logIn() {
        chromium = Chromium.orSkip("the agents' work is not tried");
        for (var group : GROUPS) {
            people.add("browser" + group, "Agent", "of " + group, PASSWORD, List.of(group));
            agents.put(group, Tasklist.of(chromium.browser(), port, "browser" + group, PASSWORD));
        }
    }

    @AfterAll
    void logOut() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void tellsAStoryOfEveryUserTaskThatIsDrawn() throws IOException {
        var drawn = new TreeSet<String>();
        try (var files = Files.newDirectoryStream(Path.of("processes"), "*.bpmn")) {
            files.forEach(file -> Bpmn.readModelFromFile(file.toFile())
                    .getModelElementsByType(UserTask.class)
                    .forEach(task -> drawn.add(task.getId())));
        }

        assertThat(everyTask().map(Story::step)).containsExactlyInAnyOrderElementsOf(drawn);
    }

    @ParameterizedTest
    @MethodSource("everyTask")
    void findsItInItsFiltersDoesItAndTheCustomerHears(Story story) throws Exception {
        var order = story.begins().get();
        due();
        var name = name(story.label(), order);
        var before = shop.touchpointsMailed(order);
        var agent = agents.get(story.group());

        agent.fresh().choose("My group: " + story.group()).open(name).photograph(story.step());
        for (var filter : List.of("Returns", "Detractors", "VIP", "My tasks")) {
            assertThat(agent.listed(filter).contains(name))
                    .as("%s shows %s", filter, name)
                    .isEqualTo(story.filters().contains(filter));
        }
        agent.claim();
        assertThat(agent.listed("My tasks")).contains(name);
        assertThat(agent.listed("My group: " + story.group())).doesNotContain(name);
        story.does().accept(agent);
        agent.complete();
        assertThat(agent.listed("My tasks")).doesNotContain(name);
        due();

        var told = new ArrayList<>(shop.touchpointsMailed(order));
        before.forEach(told::remove);
        assertThat(told).containsExactlyElementsOf(story.mails());
        for (var mail : story.mails()) {
            var at = shop.touchpointsMailed(order).lastIndexOf(mail);
            assertThat(GreenMailUtil.getBody(shop.mailsOf(order).get(at))).contains(story.says());
        }
    }

    @Test
    void showsWhatIsDueTodayAndWhatShouldHaveBeenDone() {
        var name = name("Answer customer", asked(Topic.QUESTION, "Which bulb fits?"));
        due();
        var agent = agents.get("support");
        var due = tasks.createTaskQuery()
                .taskName(name)
                .singleResult()
                .getDueDate()
                .toInstant();
        assertThat(agent.listed("Overdue")).doesNotContain(name);
        assertThat(agent.listed("Due today")).doesNotContain(name);

        time.advanceTo(due.minus(Duration.ofHours(2)));
        agent.fresh().choose("Due today").open(name);
        assertThat(agent.listed("Overdue")).doesNotContain(name);

        time.advanceTo(due.plus(Duration.ofMinutes(2)));
        agent.fresh().choose("Overdue").open(name);
        assertThat(agent.listed("Due today")).doesNotContain(name);
    }

    @Test
    void showsOurBestCustomersApart() {
        for (var earlier = 1; earlier < 5; earlier++) {
            shop.anOrder().by("best@example.org").placed();
        }
        var order = shop.anOrder().by("best@example.org").placed();
        attempts.inTransaction(() -> desk.open(order, Topic.QUESTION, "Which bulb fits?", "LAMP"));
        due();

        agents.get("support").fresh().choose("VIP").open(name("Answer customer", order));
    }

    @Test
    void saysWhatIsMissingAndLosesNothing() {
        var order = returning(ReturnReason.WARRANTY, Resolution.REFUND);
        var agent = agents.get("returns");
        agent.fresh()
                .choose("My group: returns")
                .open(name("Review return", order))
                .claim();

        agent.tick("No, refuse it").isRefused("in a sentence why not");
        agent.fill("Your words", "The shade was painted over.").complete();
        due();

        assertThat(shop.touchpointsMailed(order)).contains("return-refused");
    }

    Stream<Story> everyTask() {
        return Stream.of(
                story("userTask_answerCustomer", "Answer customer", "support")
                        .when(() -> asked(Topic.QUESTION, "Which bulb fits?"))
                        .does(form ->
                                form.fill("Your answer", "A small E14 bulb.").tick("Solved"))
                        .then("support-answer", "A small E14 bulb."),
                story("userTask_arrangeRepair", "Arrange repair", "care")
                        .when(() -> asked(Topic.CARE_AND_REPAIR, "The switch is loose."))
                        .does(form ->
                                form.tick("We send a spare part").fill("What happens next", "A switch is coming."))
                        .then("repair-arranged", "A switch is coming."),
                story("userTask_decideWarrantyClaim", "Decide warranty claim", "care")
                        .when(() -> asked(Topic.WARRANTY_CLAIM, "It does not light up."))
                        .does(form -> form.tick("Covers it").fill("The reason", "The socket is at fault."))
                        .then("warranty-decided", "The socket is at fault."),
                story("userTask_lookIntoOverdueCase", "Look into overdue case", "supervisors")
                        .when(() -> {
                            var order = asked(Topic.QUESTION, "Anybody there?");
                            time.advance(Duration.ofDays(5));
                            return order;
                        })
                        .does(form -> form.fill("What you did", "Asked Ben to answer today.")),
                story("userTask_callBack", "Call back", "care")
                        .in("Detractors")
                        .when(() -> {
                            var order = shop.anOrder().placed();
                            attempts.inTransaction(() -> feedback.score(order, 3, "It flickers."));
                            return order;
                        })
                        .does(form -> form.tick("Solved")
                                .fill("What was said, for colleagues", "A loose contact.")
                                .fill("You said, we did", "We sent a new socket."))
                        .then("you-said-we-did", "We sent a new socket."),
                story("userTask_writeNote", "Write a note", "care")
                        .when(() -> {
                            var order = shop.anOrder()
                                    .to(new Address("Anna Ami", "12 rue des Tilleuls", "69001", "Lyon", null, "FR"))
                                    .holding(new OrderLine("1", "LAMP", "A lamp", null, 2, new BigDecimal("199.00"), 0))
                                    .placedAt(LocalTime.NOON);
                            shop.deliver(order);
                            return order;
                        })
                        .does(form -> form.tick("Written and posted").fill("Remark", "With a pressed flower.")),
                story("userTask_moderateReview", "Moderate review", "support")
                        .when(() -> {
                            var order = shop.anOrder().placed();
                            attempts.inTransaction(() -> feedback.review(
                                    order,
                                    new WrittenReview(
                                            "LAMP",
                                            4,
                                            "Warm light",
                                            "A little heavy.",
                                            true,
                                            true,
                                            photos.draw(photo()))));
                            agents.get("support").showPicture();
                            return order;
                        })
                        .does(form -> form.tick("Approve").fill("You said, we did", "The next one is lighter."))
                        .then("review-published", "The next one is lighter."),
                story("userTask_reviewReturn", "Review return", "returns")
                        .in("Returns")
                        .when(() -> returning(ReturnReason.WARRANTY, Resolution.REFUND))
                        .does(form -> form.tick("No, refuse it").fill("Your words", "The shade was painted over."))
                        .then("return-refused", "The shade was painted over."),
                story("userTask_receiveParcel", "Receive parcel", "returns")
                        .in("Returns")
                        .when(() -> returning(ReturnReason.UNWANTED, Resolution.REFUND))
                        .then("return-arrived", "has arrived"),
                story("userTask_inspectReturnedGoods", "Inspect returned goods", "returns")
                        .in("Returns")
                        .when(() -> arrived(ReturnReason.DEFECTIVE, Resolution.STORE_CREDIT))
                        .does(form -> form.tick("Yes, all is as expected"))
                        .then("return-settled", "102.35"),
                story("userTask_decideOnDeviation", "Decide on deviation", "supervisors")
                        .in("Returns")
                        .when(() -> {
                            var order = arrived(ReturnReason.DEFECTIVE, Resolution.STORE_CREDIT);
                            inspect(order, "No, something is amiss", "A scratch on the foot.");
                            return order;
                        })
                        .does(form ->
                                form.fill("Amount to grant", "60.50").fill("Your words", "The foot is scratched."))
                        .then("return-settled", "The foot is scratched."),
                story("userTask_payRefund", "Pay refund", "returns")
                        .in("Returns")
                        .when(() -> {
                            var order = arrived(ReturnReason.UNWANTED, Resolution.REFUND);
                            inspect(order, "Yes, all is as expected", "");
                            return order;
                        })
                        .does(form -> form.fill("Reference of the payment", "PAY-1"))
                        .then("return-settled", "84.10"),
                story("userTask_placeExchangeOrder", "Place exchange order", "returns")
                        .in("Returns")
                        .when(() -> {
                            var order = arrived(ReturnReason.SIZE_TOO_SMALL, Resolution.EXCHANGE);
                            inspect(order, "Yes, all is as expected", "");
                            return order;
                        })
                        .does(form -> form.fill("Number of the new order", "N-77"))
                        .then("return-settled", "N-77"),
                story("userTask_receiveWithdrawnGoods", "Receive withdrawn goods", "returns")
                        .in("Returns")
                        .when(() -> withdrawn(delivered())),
                story("userTask_payWithdrawalRefund", "Pay refund", "returns")
                        .in("Returns")
                        .when(() -> withdrawn(shop.anOrder().placed()))
                        .does(form -> form.fill("Reference of the payment", "PAY-2"))
                        .then("return-settled", "89.00"));
    }

    private String name(String label, OrderId order) {
        return label + " · " + orders.byId(order).orElseThrow().number() + " · Anna A.";
    }

    private OrderId asked(Topic topic, String words) {
        var order = shop.anOrder().placedAt(LocalTime.of(10, 0));
        attempts.inTransaction(() -> desk.open(order, topic, words, "LAMP"));
        return order;
    }

    private OrderId delivered() {
        var order = shop.anOrder()
                .holding(new OrderLine("1", "LAMP", "A lamp", "Brass", 1, new BigDecimal("89.00"), 0))
                .placedAt(LocalTime.NOON);
        shop.deliver(order);
        due();
        return order;
    }

    private OrderId returning(ReturnReason reason, Resolution resolution) {
        var order = delivered();
        attempts.inTransaction(() -> returns.request(shop.aReturn(order, reason, resolution)));
        due();
        return order;
    }

    private OrderId arrived(ReturnReason reason, Resolution resolution) {
        var order = returning(reason, resolution);
        attempts.inTransaction(() -> {
            returns.arrived(returnOf(order).id(), "carrier");
            return order;
        });
        due();
        return order;
    }

    private void inspect(OrderId order, String finding, String words) {
        var agent = agents.get("returns");
        agent.fresh()
                .choose("My group: returns")
                .open(name("Inspect returned goods", order))
                .claim()
                .tick(finding)
                .fill("What you found", words)
                .complete();
        due();
    }

    private OrderId withdrawn(OrderId order) {
        due();
        attempts.inTransaction(() -> returns.withdraw(order, "Anna Ami", "anna@example.org"));
        due();
        return order;
    }

    private Return returnOf(OrderId order) {
        return returns.of(order).get(0);
    }

    private void due() {
        time.advance(Duration.ofSeconds(1));
    }

    private static byte[] photo() {
        try {
            var picture = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
            var pen = picture.createGraphics();
            pen.setColor(Color.ORANGE);
            pen.fillOval(60, 20, 200, 160);
            pen.dispose();
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Story story(String step, String label, String group) {
        return new Story(step, label, group, Set.of(), () -> null, form -> {}, List.of(), "");
    }

    /** What happens to one user task: how it comes about, where it is found, what is done, what the customer reads. */
    record Story(
            String step,
            String label,
            String group,
            Set<String> filters,
            Supplier<OrderId> begins,
            Consumer<Tasklist> does,
            List<String> mails,
            String says) {

        Story in(String filter) {
            return new Story(step, label, group, Set.of(filter), begins, does, mails, says);
        }

        Story when(Supplier<OrderId> happens) {
            return new Story(step, label, group, filters, happens, does, mails, says);
        }

        Story does(Consumer<Tasklist> work) {
            return new Story(step, label, group, filters, begins, work, mails, says);
        }

        Story then(String mail, String words) {
            return new Story(step, label, group, filters, begins, does, List.of(mail), words);
        }

        @Override
        public String toString() {
            return step;
        }
    }
}
