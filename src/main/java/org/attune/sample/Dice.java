package org.attune.sample;

import java.util.List;
import java.util.UUID;

/** Chance that comes out the same for the same seed and the same path, however often and in whatever order it is asked. SplitMix64. */
final class Dice {

    private static final long STEP = 0x9e3779b97f4a7c15L;

    private long state;

    /** What two numbers stand for together. */
    record Path(long one, long other) {}

    private Dice(long state) {
        this.state = state;
    }

    /** @param path what it is about, such as the kind of thing and its number */
    static Dice of(long seed, long... path) {
        long state = mixed(seed + STEP);
        for (long step : path) {
            state = mixed(state + STEP * (step + 1));
        }
        return new Dice(state);
    }

    long next() {
        state += STEP;
        return mixed(state);
    }

    /** 0 to 1, without 1. */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double of) {
        return unit() < of;
    }

    int below(int many) {
        return (int) (unit() * many);
    }

    /** Both among it. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** Most of them early, few of them late in the list. */
    int skewed(int many) {
        double unit = unit();
        return (int) (unit * unit * many);
    }

    <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }

    @SafeVarargs
    final <T> T one(T... of) {
        return of[below(of.length)];
    }

    byte[] bytes(int many) {
        byte[] bytes = new byte[many];
        for (int n = 0; n < many; n++) {
            bytes[n] = (byte) next();
        }
        return bytes;
    }

    /** A version-7 UUID of that moment, as Attune makes them. */
    UUID id(long second) {
        return id(second, next(), next());
    }

    private static UUID id(long second, long one, long two) {
        long most = (second * 1000 << 16) | 0x7000 | (one & 0xfff);
        return new UUID(most, (two & 0x3fffffffffffffffL) | 0x8000000000000000L);
    }

    private static long mixed(long from) {
        long z = from;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
