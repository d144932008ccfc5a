package dev.afterglow.feedback;

import dev.afterglow.customer.CustomerId;
import dev.afterglow.feedback.FeedbackStep.Event;
import dev.afterglow.order.Order;
import dev.afterglow.order.OrderId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** What customers told us; one answer per order and question, with everything that happened to it. */
@Repository
public class Answers {

    private final JdbcClient jdbc;
    private final FeedbackHistory history;
    private final Clock clock;

    Answers(JdbcClient jdbc, FeedbackHistory history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /** The answer, or nothing. */
    public Optional<Feedback> byId(FeedbackId id) {
        return jdbc.sql("select * from feedback where id = :id")
                .param("id", id.value())
                .query(FeedbackRow::feedback)
                .optional();
    }

    /** Everything the customer said about an order, oldest first. */
    public List<Feedback> of(OrderId order) {
        return jdbc.sql("select * from feedback where order_id = :order order by given_at, id")
                .param("order", order.value())
                .query(FeedbackRow::feedback)
                .list();
    }

    /** Her NPS score of an order, 0 to 10, or nothing. */
    public Optional<Integer> npsOf(OrderId order) {
        return find(order, FeedbackKind.SCORE, "").map(Feedback::score);
    }

    /** How her latest answer about an order sounds, or nothing when she never answered. */
    public Optional<Sentiment> latestSentiment(OrderId order) {
        return latest("order_id", order.value());
    }

    /** How a customer's latest answer about any of her orders sounds, or nothing when she never answered. */
    public Optional<Sentiment> latestSentiment(CustomerId customer) {
        return latest("customer_id", customer.value());
    }

    /** Unhappy answers of a customer that somebody still works on: no time for promotions. */
    public boolean isBeingCaredFor(CustomerId customer) {
        return jdbc
                .sql("select * from feedback where customer_id = :customer and state <> 'SETTLED'")
                .param("customer", customer.value())
                .query(FeedbackRow::feedback)
                .list()
                .stream()
                .anyMatch(answer -> answer.sentiment() == Sentiment.NEGATIVE);
    }

    /** Answers nothing was done about since an instant, the oldest first. */
    public List<Feedback> unsettledSince(Instant instant) {
        return jdbc.sql("""
                        select * from feedback where state <> 'SETTLED' and changed_at < :instant
                        order by changed_at, id
                        """)
                .param("instant", Timestamp.from(instant))
                .query(FeedbackRow::feedback)
                .list();
    }

    /** What happened to an answer, oldest first. */
    public List<FeedbackStep> historyOf(FeedbackId id) {
        return history.of(id);
    }

    Optional<Feedback> find(OrderId order, FeedbackKind kind, String subject) {
        return jdbc.sql("""
                        select * from feedback where order_id = :order and kind = :kind and subject = :subject for update
                        """)
                .param("order", order.value())
                .param("kind", kind.name())
                .param("subject", subject)
                .query(FeedbackRow::feedback)
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another transaction keeps one at the same instant */
    FeedbackId insert(Order order, FeedbackKind kind, String subject, Said said) {
        var keys = new GeneratedKeyHolder();
        bind("""
                        insert into feedback (order_id, customer_id, kind, subject, answer, score, words, unhappy_words,
                          state, given_at, changed_at)
                        values (:order, :customer, :kind, :subject, :answer, :score, :words, :unhappy, 'GIVEN', :now, :now)
                        """, said)
                .param("order", order.id().value())
                .param("customer", order.customer().value())
                .param("kind", kind.name())
                .param("subject", subject)
                .update(keys, "id");
        return new FeedbackId(keys.getKeyAs(Long.class));
    }

    void change(FeedbackId id, Said said) {
        bind("""
                        update feedback set answer = :answer, score = :score, words = :words, unhappy_words = :unhappy,
                          state = 'GIVEN', outcome = null, settled_at = null, changed_at = :now
                        where id = :id
                        """, said).param("id", id.value()).update();
    }

    void addWish(FeedbackId id, String wish, boolean unhappy) {
        jdbc.sql("""
                        update feedback set wish = :wish, unhappy_words = unhappy_words or :unhappy, state = 'GIVEN',
                          outcome = null, settled_at = null, changed_at = :now
                        where id = :id
                        """)
                .param("wish", wish)
                .param("unhappy", unhappy)
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    void followedUpBy(FeedbackId id, String instance) {
        jdbc.sql("update feedback set state = 'FOLLOWED_UP', instance = :instance where id = :id")
                .param("instance", instance)
                .param("id", id.value())
                .update();
    }

    void ledTo(FeedbackId id, String supportCase) {
        jdbc.sql("update feedback set support_case = :case where id = :id")
                .param("case", supportCase)
                .param("id", id.value())
                .update();
    }

    void settle(FeedbackId id, String outcome) {
        jdbc.sql("""
                        update feedback set state = 'SETTLED', outcome = :outcome, settled_at = :now
                        where id = :id and state <> 'SETTLED'
                        """)
                .param("outcome", outcome)
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    void note(FeedbackId id, String who, Event event, @Nullable String note) {
        history.add(id, new FeedbackStep(clock.instant(), who, event, note));
    }

    private Optional<Sentiment> latest(String column, long value) {
        return jdbc.sql("select * from feedback where " + column
                        + " = :value order by changed_at desc, id desc fetch first 1 rows only")
                .param("value", value)
                .query(FeedbackRow::feedback)
                .optional()
                .map(Feedback::sentiment);
    }

    private JdbcClient.StatementSpec bind(String sql, Said said) {
        return jdbc.sql(sql)
                .param("answer", said.answer() == null ? null : said.answer().name())
                .param("score", said.score())
                .param("words", said.words())
                .param("unhappy", said.unhappy())
                .param("now", now());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
