package org.attune.sample;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The numbers that responses share which say nearly the same, as {@code response_sketch} in the database makes them (decision 0019);
 * there it takes a millisecond for each of them. Whether both come to the same is asked by a test.
 */
final class Sketch {

    private static final int SEEDS = 48;
    private static final int IN_A_BAND = 3;
    private static final int REMEMBERED = 60_000;
    private static final int BLOCK = 12;
    private static final int BEGIN = 0x9e3779b9 + 3923095;

    private final Map<String, long[]> pairs = new HashMap<>();
    private int a;
    private int b;
    private int c;

    /** Each once. */
    long[] of(String words) {
        long[] least = new long[SEEDS];
        Arrays.fill(least, Long.MAX_VALUE);
        String before = null;
        for (String word : words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                if (before != null) {
                    lower(least, hashes(before + " " + word));
                }
                before = word;
            }
        }
        return bands(least);
    }

    private static void lower(long[] least, long[] by) {
        for (int seed = 0; seed < SEEDS; seed++) {
            least[seed] = Math.min(least[seed], by[seed]);
        }
    }

    private long[] hashes(String pair) {
        long[] known = pairs.get(pair);
        if (known != null) {
            return known;
        }
        byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
        long[] hashes = new long[SEEDS];
        for (int seed = 0; seed < SEEDS; seed++) {
            hashes[seed] = hash(bytes, seed);
        }
        if (pairs.size() < REMEMBERED) {
            pairs.put(pair, hashes);
        }
        return hashes;
    }

    private long[] bands(long[] least) {
        long[] bands = new long[SEEDS / IN_A_BAND];
        for (int band = 0; band < bands.length; band++) {
            String numbers =
                    least[band * IN_A_BAND] + " " + least[band * IN_A_BAND + 1] + " " + least[band * IN_A_BAND + 2];
            bands[band] = hash(numbers.getBytes(StandardCharsets.US_ASCII), band);
        }
        return Arrays.stream(bands).distinct().toArray();
    }

    /** What PostgreSQL calls {@code hashtextextended}: Bob Jenkins's lookup3. */
    private long hash(byte[] bytes, long seed) {
        a = BEGIN + bytes.length;
        b = a;
        c = a;
        if (seed != 0) {
            a += (int) (seed >>> 32);
            b += (int) seed;
            mix();
        }
        int from = 0;
        for (; bytes.length - from >= BLOCK; from += BLOCK) {
            a += number(bytes, from, 4);
            b += number(bytes, from + 4, 4);
            c += number(bytes, from + 8, 4);
            mix();
        }
        int left = bytes.length - from;
        a += number(bytes, from, Math.min(4, left));
        b += number(bytes, from + 4, Math.min(4, left - 4));
        c += number(bytes, from + 8, Math.min(3, left - 8)) << 8;
        end();
        return ((long) b << 32) | (c & 0xffffffffL);
    }

    private static int number(byte[] bytes, int from, int many) {
        int number = 0;
        for (int n = many - 1; n >= 0; n--) {
            number = (number << 8) | (bytes[from + n] & 0xff);
        }
        return number;
    }

    private void mix() {
        a = (a - c) ^ Integer.rotateLeft(c, 4);
        c += b;
        b = (b - a) ^ Integer.rotateLeft(a, 6);
        a += c;
        c = (c - b) ^ Integer.rotateLeft(b, 8);
        b += a;
        a = (a - c) ^ Integer.rotateLeft(c, 16);
        c += b;
        b = (b - a) ^ Integer.rotateLeft(a, 19);
        a += c;
        c = (c - b) ^ Integer.rotateLeft(b, 4);
        b += a;
    }

    private void end() {
        c = (c ^ b) - Integer.rotateLeft(b, 14);
        a = (a ^ c) - Integer.rotateLeft(c, 11);
        b = (b ^ a) - Integer.rotateLeft(a, 25);
        c = (c ^ b) - Integer.rotateLeft(b, 16);
        a = (a ^ c) - Integer.rotateLeft(c, 4);
        b = (b ^ a) - Integer.rotateLeft(a, 14);
        c = (c ^ b) - Integer.rotateLeft(b, 24);
    }
}
