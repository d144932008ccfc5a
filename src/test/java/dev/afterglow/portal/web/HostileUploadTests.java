package dev.afterglow.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterglow.AfterglowTest;
import dev.afterglow.feedback.Answers;
import dev.afterglow.order.LinkPurpose;
import dev.afterglow.order.OrderId;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Photos and forms made to fill the memory of whoever reads them. */
@AfterglowTest
class HostileUploadTests {

    @Autowired
    PortalShop shop;

    @Autowired
    Answers answers;

    @LocalServerPort
    int port;

    Wire wire;
    OrderId order;
    String review;

    @BeforeEach
    void open() {
        wire = new Wire(port);
        order = shop.delivered(Locale.ENGLISH);
        review = shop.path(order, LinkPurpose.ANSWER, "/review");
    }

    @Test
    void aSmallFileOfAHundredMillionPixelsIsNotDrawn() throws IOException {
        var file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(10_000, 10_000, BufferedImage.TYPE_BYTE_BINARY), "png", file);
        assertThat(file.size()).isLessThan(100_000);

        assertThat(upload(file.toByteArray(), 0)).isEqualTo(422);
    }

    @Test
    void aPhotoOfNineMegabytesIsTooLargeAndSixtyAreNotTaken() {
        assertThat(upload(new byte[9 * 1024 * 1024], 0)).isEqualTo(422);
        assertThat(upload(new byte[60 * 1024 * 1024], 0)).isIn(413, CUT_OFF);
    }

    @Test
    void aFormOfThousandsOfPartsIsNotTaken() {
        assertThat(upload(new byte[10], 20_000)).isIn(400, 413);
    }

    private static final int CUT_OFF = -1;

    private int upload(byte[] photo, int moreParts) {
        var body = new ByteArrayOutputStream();
        field(body, "form", wire.form(review));
        field(body, "sku", "P-LAMP");
        field(body, "stars", "4");
        field(body, "title", "Good light");
        for (var part = 0; part < moreParts; part++) {
            field(body, "x" + part, "");
        }
        body.writeBytes("--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"../../a.png\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(photo);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        try {
            return wire.postMultipart(review, "b", body.toByteArray()).statusCode();
        } catch (UncheckedIOException e) {
            return CUT_OFF;
        } finally {
            assertThat(answers.of(order)).isEmpty();
        }
    }

    private static void field(ByteArrayOutputStream body, String name, String value) {
        body.writeBytes("--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(name, value)
                .getBytes(StandardCharsets.UTF_8));
    }
}
