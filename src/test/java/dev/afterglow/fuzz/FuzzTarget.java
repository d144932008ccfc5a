package dev.afterglow.fuzz;

import java.util.Arrays;

/** Where the fuzzer comes in; the first byte chooses the parser unless {@code -Dfuzz.parser} names one. */
public final class FuzzTarget {

    private static final Parser ONLY =
            System.getProperty("fuzz.parser") == null ? null : Parser.valueOf(System.getProperty("fuzz.parser"));

    private FuzzTarget() {}

    /** Called once, before the clock of the first input runs. */
    public static void fuzzerInitialize() {
        for (var parser : Parser.values()) {
            if (ONLY == null || ONLY == parser) {
                parser.parser();
            }
        }
    }

    /** What the fuzzer calls, some thousand times a second. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        if (ONLY != null) {
            ONLY.read(input);
        } else if (input.length > 0) {
            var parsers = Parser.values();
            parsers[(input[0] & 0xFF) % parsers.length].read(Arrays.copyOfRange(input, 1, input.length));
        }
    }
}
