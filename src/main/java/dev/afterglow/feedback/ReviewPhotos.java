package dev.afterglow.feedback;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The photos of reviews, each under a key nobody guesses. */
@Repository
class ReviewPhotos {

    private static final int KEY_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;

    ReviewPhotos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ReviewPhoto> byKey(String key) {
        return jdbc.sql("""
                        select p.content, r.state from review_photos p join reviews r on r.feedback_id = p.feedback_id
                        where p.photo_key = :key
                        """)
                .param("key", key)
                .query((row, number) ->
                        new ReviewPhoto(row.getBytes("content"), "APPROVED".equals(row.getString("state"))))
                .optional();
    }

    boolean isOf(FeedbackId id, Photo photo) {
        return jdbc.sql("select content from review_photos where feedback_id = :id")
                .param("id", id.value())
                .query((row, number) -> row.getBytes("content"))
                .optional()
                .filter(known -> Arrays.equals(known, photo.content()))
                .isPresent();
    }

    void put(FeedbackId id, Photo photo) {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        delete(id);
        jdbc.sql("""
                        insert into review_photos (feedback_id, photo_key, width, height, content)
                        values (:id, :key, :width, :height, :content)
                        """)
                .param("id", id.value())
                .param("key", HexFormat.of().formatHex(key))
                .param("width", photo.width())
                .param("height", photo.height())
                .param("content", photo.content())
                .update();
    }

    void delete(FeedbackId id) {
        jdbc.sql("delete from review_photos where feedback_id = :id")
                .param("id", id.value())
                .update();
    }
}
