package dev.afterglow.feedback;

import dev.afterglow.fuzz.FuzzedParser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Photos customers upload. */
public final class PhotoFuzz implements FuzzedParser {

    private final Photos photos = new Photos();

    @Override
    public void read(byte[] input) {
        try {
            var drawn = photos.draw(input);
            if (drawn.content().length > 1_000_000 || drawn.width() > 2000 || drawn.height() > 2000) {
                throw new AssertionError("Drawn too large: " + drawn.width() + " × " + drawn.height());
            }
        } catch (PhotoRefusedException e) {
            // Answered with these words.
        }
    }

    @Override
    public List<byte[]> seeds() {
        return Stream.of("png", "jpeg").map(PhotoFuzz::picture).toList();
    }

    private static byte[] picture(String format) {
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(7, 5, BufferedImage.TYPE_INT_RGB), format, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
