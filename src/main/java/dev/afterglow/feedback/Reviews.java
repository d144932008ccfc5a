package dev.afterglow.feedback;

import dev.afterglow.feedback.Review.Rating;
import dev.afterglow.feedback.Review.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reviews with their photos. The name is read from the customer each time, so that erasing her erases it here too. */
@Repository
public class Reviews {

    private static final String PHOTO_PATH = "/api/reviews/photos/";
    private static final String WITH_NAMES = """
            select r.*, f.score, f.words, f.changed_at, p.photo_key, c.first_name, c.last_name
            from reviews r
              join feedback f on f.id = r.feedback_id
              join customers c on c.id = f.customer_id
              left join review_photos p on p.feedback_id = r.feedback_id
            """;

    private final JdbcClient jdbc;
    private final ReviewPhotos photos;
    private final Clock clock;

    Reviews(JdbcClient jdbc, ReviewPhotos photos, Clock clock) {
        this.jdbc = jdbc;
        this.photos = photos;
        this.clock = clock;
    }

    /** The review, or nothing when the answer is none. */
    public Optional<Review> byId(FeedbackId id) {
        return jdbc.sql(WITH_NAMES + "where r.feedback_id = :id")
                .param("id", id.value())
                .query(Reviews::review)
                .optional();
    }

    /** The published reviews of a product, newest first. */
    public List<Review> approvedReviews(String sku, int limit) {
        return approvedReviews(List.of(sku), limit);
    }

    /** The published reviews of any of these products, newest first; at least one product is asked for. */
    public List<Review> approvedReviews(List<String> skus, int limit) {
        return jdbc.sql(WITH_NAMES + """
                        where r.sku in (:skus) and r.state = 'APPROVED'
                        order by r.decided_at desc, r.feedback_id desc fetch first :limit rows only
                        """)
                .param("skus", skus)
                .param("limit", limit)
                .query(Reviews::review)
                .list();
    }

    /** What all published reviews of a product say together, or nothing while there are none. */
    public Optional<Rating> rating(String sku) {
        return jdbc.sql("""
                        select count(*) as number, avg(cast(f.score as double precision)) as average
                        from reviews r join feedback f on f.id = r.feedback_id
                        where r.sku = :sku and r.state = 'APPROVED'
                        """)
                .param("sku", sku)
                .query((row, number) -> new Rating(row.getInt("number"), row.getDouble("average")))
                .optional()
                .filter(rating -> rating.count() > 0);
    }

    /** A photo by the key in its path, or nothing. */
    public Optional<ReviewPhoto> photo(String key) {
        return photos.byKey(key);
    }

    boolean isDecided(FeedbackId id) {
        return byId(id).filter(review -> review.state() == State.APPROVED || review.state() == State.REFUSED)
                .isPresent();
    }

    /** Whether this is the very review we have, as after a second click; stars and text are compared elsewhere. */
    boolean says(FeedbackId id, WrittenReview written) {
        var publish = written.mayPublish();
        return jdbc.sql("""
                                select count(*) from reviews where feedback_id = :id and title = :title
                                  and may_publish = :publish and may_show_name = :name
                                """)
                                .param("id", id.value())
                                .param("title", written.title())
                                .param("publish", publish)
                                .param("name", written.mayShowName())
                                .query(Integer.class)
                                .single()
                        > 0
                && (written.photo() == null || photos.isOf(id, written.photo()));
    }

    void put(FeedbackId id, WrittenReview review, String language, boolean verified) {
        jdbc.sql("delete from reviews where feedback_id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("""
                        insert into reviews
                          (feedback_id, sku, title, language, may_publish, may_show_name, verified, state)
                        values (:id, :sku, :title, :language, :publish, :name, :verified, :state)
                        """)
                .param("id", id.value())
                .param("sku", review.sku())
                .param("title", review.title())
                .param("language", language)
                .param("publish", review.mayPublish())
                .param("name", review.mayShowName())
                .param("verified", verified)
                .param("state", (review.mayPublish() ? State.PENDING : State.PRIVATE).name())
                .update();
        if (review.photo() != null) {
            photos.put(id, review.photo());
        }
    }

    /** Answers whether it was waiting for a decision; a refused review keeps its words and loses its photo. */
    boolean decide(FeedbackId id, ReviewVerdict verdict) {
        var decided = jdbc.sql("""
                        update reviews set state = :state, reason = :reason, deed = :deed, decided_at = :now
                        where feedback_id = :id and state = 'PENDING'
                        """)
                .param("state", (verdict.approved() ? State.APPROVED : State.REFUSED).name())
                .param("reason", verdict.approved() ? null : verdict.reason())
                .param("deed", verdict.deed())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .update();
        if (decided > 0 && !verdict.approved()) {
            photos.delete(id);
        }
        return decided > 0;
    }

    private static Review review(ResultSet row, int number) throws SQLException {
        var key = row.getString("photo_key");
        return new Review(
                new FeedbackId(row.getLong("feedback_id")),
                row.getString("sku"),
                row.getInt("score"),
                row.getString("title"),
                row.getString("words"),
                row.getString("language"),
                row.getBoolean("may_show_name")
                        ? signature(row.getString("first_name"), row.getString("last_name"))
                        : null,
                row.getBoolean("verified"),
                State.valueOf(row.getString("state")),
                key == null ? null : PHOTO_PATH + key,
                row.getString("reason"),
                row.getString("deed"),
                row.getTimestamp("changed_at").toInstant());
    }

    private static @Nullable String signature(@Nullable String first, @Nullable String last) {
        if (first == null || first.isBlank()) {
            return null;
        }
        return last == null || last.isBlank()
                ? first.strip()
                : first.strip() + " " + Character.toString(last.strip().codePointAt(0)) + ".";
    }
}
