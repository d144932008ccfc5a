package dev.afterglow.fuzz;

/** Where the fuzzer comes in; {@code -Dfuzz.parser} names what it feeds. */
public final class FuzzTarget {

    private static final Parser PARSER = Parser.valueOf(System.getProperty("fuzz.parser"));

    private FuzzTarget() {}

    /** Called once, before the clock of the first input runs. */
    public static void fuzzerInitialize() {
        PARSER.parser();
    }

    /** What the fuzzer calls, some thousand times a second. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        PARSER.read(input);
    }
}
