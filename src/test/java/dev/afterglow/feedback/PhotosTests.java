package dev.afterglow.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterglow.feedback.PhotoRefusedException.Reason;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotosTests {

    private final Photos photos = new Photos();

    @Test
    void drawsALargePhotoAtMostTwoThousandPixelsWide() throws IOException {
        var drawn = photos.draw(file(picture(5000, 2500), "jpeg"));

        assertThat(drawn.width()).isEqualTo(2000);
        assertThat(drawn.height()).isEqualTo(1000);
        assertThat(read(drawn).getWidth()).isEqualTo(2000);
    }

    @Test
    void leavesASmallOneItsSizeAndPutsWhiteBehindWhatIsTransparent() throws IOException {
        var clear = new BufferedImage(20, 10, BufferedImage.TYPE_INT_ARGB);

        var drawn = photos.draw(file(clear, "png"));

        assertThat(new Color(read(drawn).getRGB(5, 5))).isEqualTo(Color.WHITE);
        assertThat(drawn.width()).isEqualTo(20);
    }

    @Test
    void storesEvenNoiseInLessThanAMegabyte() throws IOException {
        var noise = new BufferedImage(1500, 1500, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        for (var x = 0; x < noise.getWidth(); x++) {
            for (var y = 0; y < noise.getHeight(); y++) {
                noise.setRGB(x, y, random.nextInt());
            }
        }

        assertThat(photos.draw(file(noise, "jpeg")).content()).hasSizeLessThanOrEqualTo(1_000_000);
    }

    @Test
    void leavesNothingOfWhatTheCameraWrote() throws IOException {
        var drawn = photos.draw(withExif(file(picture(40, 20), "jpeg"), 1));

        assertThat(new String(drawn.content(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    /** The left half of the picture is red; where red is afterwards tells how it was turned. */
    @ParameterizedTest
    @CsvSource({
        "1, 40, 2, 10",
        "2, 40, 37, 10",
        "3, 40, 37, 10",
        "4, 40, 2, 10",
        "5, 20, 10, 2",
        "6, 20, 10, 2",
        "7, 20, 10, 37",
        "8, 20, 10, 37"
    })
    void standsUprightHoweverTheCameraWasHeld(int held, int width, int redX, int redY) throws IOException {
        var drawn = photos.draw(withExif(file(picture(40, 20), "jpeg"), held));

        assertThat(drawn.width()).isEqualTo(width);
        var color = new Color(read(drawn).getRGB(redX, redY));
        assertThat(color.getRed()).isGreaterThan(200);
        assertThat(color.getBlue()).isLessThan(80);
    }

    @Test
    void refusesAFileOfMoreThanEightMegabytes() {
        assertThatThrownBy(() -> photos.draw(new byte[Photos.MOST_BYTES + 1]))
                .isInstanceOfSatisfying(
                        PhotoRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE))
                .hasMessage("Please choose a photo of up to 8 MB.");
    }

    @Test
    void refusesASmallFileThatUnfoldsToBillionsOfPixels() throws IOException {
        var bomb = pngOf(50_000, 50_000);
        assertThat(bomb).hasSizeLessThan(1000);

        assertThatThrownBy(() -> photos.draw(bomb))
                .isInstanceOfSatisfying(
                        PhotoRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_MANY_PIXELS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GIF89a",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "%PDF-1.7",
                "\u00FF\u00D8\u00FF broken"
            })
    void refusesWhatIsNoPhoto(String content) {
        assertThatThrownBy(() -> photos.draw(content.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOfSatisfying(
                        PhotoRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_A_PHOTO));
    }

    @Test
    void refusesHalfAPhotoOfWhichNothingCanBeRead() throws IOException {
        var whole = file(picture(40, 20), "png");

        assertThatThrownBy(() -> photos.draw(Arrays.copyOf(whole, 20))).isInstanceOf(PhotoRefusedException.class);
    }

    private static BufferedImage picture(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.BLUE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.dispose();
        return picture;
    }

    private static byte[] file(BufferedImage picture, String format) throws IOException {
        var file = new ByteArrayOutputStream();
        ImageIO.write(picture, format, file);
        return file.toByteArray();
    }

    private static BufferedImage read(Photo photo) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(photo.content()));
    }

    /** Puts an Exif part with one entry, the orientation, behind the first marker. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        var exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xFFE1).putShort((short) 34);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        return ByteBuffer.allocate(jpeg.length + exif.capacity())
                .put(jpeg, 0, 2)
                .put(exif.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static byte[] pngOf(int width, int height) throws IOException {
        var file = new ByteArrayOutputStream();
        var png = new DataOutputStream(file);
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) 8)
                        .put((byte) 2)
                        .array());
        var pixels = new ByteArrayOutputStream();
        try (var packed = new DeflaterOutputStream(pixels)) {
            packed.write(new byte[1000]);
        }
        chunk(png, "IDAT", pixels.toByteArray());
        chunk(png, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(DataOutputStream png, String type, byte[] content) throws IOException {
        var checksum = new CRC32();
        checksum.update(type.getBytes(StandardCharsets.US_ASCII));
        checksum.update(content);
        png.writeInt(content.length);
        png.writeBytes(type);
        png.write(content);
        png.writeInt((int) checksum.getValue());
    }
}
