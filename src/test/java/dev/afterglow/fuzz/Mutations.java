package dev.afterglow.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Known inputs with something wrong in them; the same ones in the same order each time. */
final class Mutations {

    private static final int MOST_CHANGES = 4;
    private static final int LONGEST_RUN = 64;
    private static final int LONGEST_INPUT = 20_000;

    private final List<byte[]> known;
    private final Random random = new Random(1);

    Mutations(List<byte[]> known) {
        this.known = known;
    }

    byte[] next() {
        var input = any();
        for (var changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
            input = changed(input);
        }
        return input.length > LONGEST_INPUT ? Arrays.copyOf(input, LONGEST_INPUT) : input;
    }

    private byte[] changed(byte[] input) {
        var from = random.nextInt(input.length + 1);
        var to = Math.min(input.length, from + random.nextInt(LONGEST_RUN));
        return switch (random.nextInt(6)) {
            case 0 -> spliced(input, from, to, new byte[0]);
            case 1 -> spliced(input, from, from, repeated());
            case 2 -> spliced(input, from, Math.min(input.length, from + 1), new byte[] {anyByte()});
            case 3 -> spliced(input, from, from, Arrays.copyOfRange(input, from, to));
            case 4 -> spliced(input, from, to, piece(any()));
            default -> Arrays.copyOf(input, from);
        };
    }

    private byte[] repeated() {
        var run = new byte[1 + random.nextInt(LONGEST_RUN)];
        // Digits lead further than any other character: into years, amounts and exponents.
        Arrays.fill(run, random.nextBoolean() ? anyByte() : (byte) ('0' + random.nextInt(10)));
        return run;
    }

    private byte[] piece(byte[] whole) {
        var from = random.nextInt(whole.length + 1);
        return Arrays.copyOfRange(whole, from, Math.min(whole.length, from + random.nextInt(LONGEST_RUN)));
    }

    private byte[] any() {
        return known.get(random.nextInt(known.size()));
    }

    private byte anyByte() {
        return (byte) random.nextInt(256);
    }

    private static byte[] spliced(byte[] input, int from, int to, byte[] between) {
        var result = new byte[input.length - (to - from) + between.length];
        System.arraycopy(input, 0, result, 0, from);
        System.arraycopy(between, 0, result, from, between.length);
        System.arraycopy(input, to, result, from + between.length, input.length - to);
        return result;
    }
}
