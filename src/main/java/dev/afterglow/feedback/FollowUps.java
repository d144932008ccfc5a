package dev.afterglow.feedback;

import dev.afterglow.feedback.FeedbackStep.Event;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is done about an answer: by the journey, and by people, whose words and logins are kept. */
@Component
public class FollowUps {

    /** A phone that rang three times in vain rings no more. */
    private static final int MOST_CALLS = 3;

    private final Answers answers;
    private final Reviews reviews;
    private final ReferralCodes codes;
    private final JdbcClient jdbc;
    private final Clock clock;

    FollowUps(Answers answers, Reviews reviews, ReferralCodes codes, JdbcClient jdbc, Clock clock) {
        this.answers = answers;
        this.reviews = reviews;
        this.codes = codes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps who follows the answer up, so that a change of mind finds it. */
    @Transactional
    public Feedback begin(FeedbackId id, String instance) {
        answers.followedUpBy(id, instance);
        answers.note(id, FeedbackStep.JOURNEY, Event.FOLLOW_UP_BEGUN, null);
        return byId(id);
    }

    /** The code for her friends; always the same one. */
    @Transactional
    public String grantCode(FeedbackId id) {
        return codes.grant(byId(id).customer());
    }

    /** Keeps what came of a call; the third call in vain is the last. */
    @Transactional
    public CallResult keepCall(FeedbackId id, CallNotes notes, String who) {
        var result = notes.result() == CallResult.NOT_REACHED && calls(id) + 1 >= MOST_CALLS
                ? CallResult.GIVEN_UP
                : notes.result();
        jdbc.sql("""
                        insert into feedback_calls (feedback_id, result, note, deed, who, at)
                        values (:id, :result, :note, :deed, :who, :now)
                        """)
                .param("id", id.value())
                .param("result", result.name())
                .param("note", notes.note())
                .param("deed", notes.deed())
                .param("who", who)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        var reached = notes.result() != CallResult.NOT_REACHED;
        answers.note(id, who, reached ? Event.CALLED : Event.NOT_REACHED, notes.note());
        return result;
    }

    /**
     * Keeps whether a review is published.
     *
     * @throws IllegalArgumentException when somebody else decided before
     */
    @Transactional
    public void decide(FeedbackId id, ReviewVerdict verdict, String who) {
        if (!reviews.decide(id, verdict)) {
            throw new IllegalArgumentException("This review does not wait for a decision any more; reload your list.");
        }
        answers.note(
                id,
                who,
                verdict.approved() ? Event.PUBLISHED : Event.REFUSED,
                verdict.approved() ? verdict.deed() : verdict.reason());
    }

    /** Keeps that the supervisors were asked, because nobody called in time. */
    @Transactional
    public void escalate(FeedbackId id) {
        answers.note(id, FeedbackStep.JOURNEY, Event.ESCALATED, null);
    }

    /** Keeps which support case helps her now. */
    @Transactional
    public void passToSupport(FeedbackId id, String supportCase) {
        answers.ledTo(id, supportCase);
        answers.note(id, FeedbackStep.JOURNEY, Event.PASSED_TO_SUPPORT, supportCase);
    }

    /** Everything that follows from it is done; the outcome is the verdict on the review, else what came of the call. */
    @Transactional
    public void settle(FeedbackId id, FollowUp followUp) {
        var outcome = followUp.moderates()
                ? reviews.byId(id).orElseThrow().state().name()
                : lastCall(id).map(call -> call.result().name()).orElse(followUp.name());
        answers.settle(id, outcome);
        answers.note(id, FeedbackStep.JOURNEY, Event.SETTLED, outcome);
    }

    /** The latest call, or nothing. */
    public Optional<Call> lastCall(FeedbackId id) {
        return jdbc.sql("""
                        select result, note, deed from feedback_calls where feedback_id = :id
                        order by id desc fetch first 1 rows only
                        """)
                .param("id", id.value())
                .query((row, number) -> new Call(
                        CallResult.valueOf(row.getString("result")), row.getString("note"), row.getString("deed")))
                .optional();
    }

    private int calls(FeedbackId id) {
        return jdbc.sql("select count(*) from feedback_calls where feedback_id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    private Feedback byId(FeedbackId id) {
        return answers.byId(id)
                .orElseThrow(() -> new IllegalStateException("The answer " + id + " does not exist any more"));
    }

    /** What came of a call, as it was kept. */
    public record Call(
            CallResult result,
            @Nullable String note,
            @Nullable String deed) {}
}
