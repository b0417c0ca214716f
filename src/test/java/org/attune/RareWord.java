package org.attune;

import java.util.Random;
import java.util.stream.Collectors;

/** Words nobody else says, for tests about what is found by words. Without digits, which have no endings; two ids of one moment would be too much alike. */
public final class RareWord {

    private static final Random LETTERS = new Random();
    private static final int LONG_ENOUGH = 14;

    private RareWord() {}

    public static String next() {
        return LETTERS.ints(LONG_ENOUGH, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining("", "zq", "forms"));
    }
}
