package dev.afterglow.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Something that reads what strangers write; it may refuse in words, and do nothing else. */
public interface FuzzedParser {

    /** Reads one input; anything that is thrown from here is a finding. */
    void read(byte[] input) throws Exception;

    /** Good inputs to begin with. */
    List<byte[]> seeds();

    /** A file below {@code src/test/resources}, after a byte that chooses what it is read as. */
    static byte[] seed(int choice, String file) {
        try {
            var content = Files.readAllBytes(Path.of("src/test/resources", file));
            return joined((byte) choice, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text, after a byte that chooses what it is read as. */
    static byte[] seedText(int choice, String text) {
        return joined((byte) choice, text.getBytes(StandardCharsets.UTF_8));
    }

    /** One of these, as the first byte chooses. */
    static <T> T chosen(byte[] input, List<T> choices) {
        return choices.get(input.length == 0 ? 0 : (input[0] & 0xFF) % choices.size());
    }

    /** Everything after the first byte. */
    static String text(byte[] input) {
        return input.length == 0 ? "" : new String(input, 1, input.length - 1, StandardCharsets.UTF_8);
    }

    /** One byte and the rest. */
    static byte[] joined(byte first, byte[] rest) {
        var all = new byte[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }
}
