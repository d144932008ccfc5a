package dev.afterglow.feedback;

import dev.afterglow.feedback.PhotoRefusedException.Reason;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.stereotype.Component;

/**
 * Draws customers' photos anew: upright, at most 2000 pixels wide or high, without the place, time and names a camera
 * hides in its files. A file is never trusted: its type is read from its first bytes, its size before its pixels.
 */
@Component
public class Photos {

    /** What may be uploaded. */
    public static final int MOST_BYTES = 8 * 1024 * 1024;

    private static final long MOST_PIXELS = 60_000_000;
    private static final int LONGEST_SIDE = 2000;
    /** What a column of the database holds. */
    private static final int MOST_STORED = 1_000_000;

    private static final float[] QUALITIES = {0.85f, 0.7f, 0.5f};
    private static final int NARROWER = 4;

    /** @throws PhotoRefusedException saying what to do instead */
    public Photo draw(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new PhotoRefusedException(Reason.TOO_LARGE, "Please choose a photo of up to 8 MB.");
        }
        var picture = upright(decode(file), Orientation.of(file));
        for (var side = LONGEST_SIDE; ; side -= side / NARROWER) {
            var drawn = fit(picture, side);
            for (var quality : QUALITIES) {
                var jpeg = encode(drawn, quality);
                if (jpeg.length <= MOST_STORED) {
                    return new Photo(jpeg, drawn.getWidth(), drawn.getHeight());
                }
            }
        }
    }

    /** Large pictures are read in coarse steps: what is held in memory has at most a few million pixels. */
    private static BufferedImage decode(byte[] file) {
        var reader = readerFor(file);
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            var width = reader.getWidth(0);
            var height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                throw new PhotoRefusedException(
                        Reason.TOO_MANY_PIXELS, "This photo is too large to be shown. Please send a smaller one.");
            }
            var step = Math.max(1, Math.max(width, height) / (2 * LONGEST_SIDE));
            var coarse = reader.getDefaultReadParam();
            coarse.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, coarse);
        } catch (IOException | RuntimeException e) {
            throw e instanceof PhotoRefusedException refused ? refused : notAPhoto();
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader readerFor(byte[] file) {
        if (startsWith(file, 0xFF, 0xD8, 0xFF)) {
            return ImageIO.getImageReadersByFormatName("jpeg").next();
        }
        if (startsWith(file, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return ImageIO.getImageReadersByFormatName("png").next();
        }
        throw notAPhoto();
    }

    private static boolean startsWith(byte[] file, int... bytes) {
        for (var i = 0; i < bytes.length; i++) {
            if (file.length <= i || (file[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static PhotoRefusedException notAPhoto() {
        return new PhotoRefusedException(Reason.NOT_A_PHOTO, "Please choose a photo in the format JPEG or PNG.");
    }

    private static BufferedImage upright(BufferedImage picture, Orientation orientation) {
        return orientation == Orientation.UPRIGHT
                ? picture
                : drawn(
                        picture,
                        orientation.width(picture),
                        orientation.height(picture),
                        orientation.turn(picture.getWidth(), picture.getHeight()));
    }

    private static BufferedImage fit(BufferedImage picture, int side) {
        var scale = Math.min(1, (double) side / Math.max(picture.getWidth(), picture.getHeight()));
        return drawn(
                picture,
                Math.max(1, (int) Math.round(picture.getWidth() * scale)),
                Math.max(1, (int) Math.round(picture.getHeight() * scale)),
                AffineTransform.getScaleInstance(scale, scale));
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height, AffineTransform how) {
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, how, null);
        pen.dispose();
        return drawn;
    }

    private static byte[] encode(BufferedImage picture, float quality) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(quality);
        var jpeg = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(jpeg)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return jpeg.toByteArray();
    }
}
