package org.attune;

import java.util.regex.Pattern;

/** What a page shows, apart from what is drawn at random each time. */
public final class Shown {

    /** A token against forged requests: longer than any word, and now and then with a word one asks for in it. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{64,}");

    private Shown() {}

    /** The page without tokens, so that a short word not found in it is not there, and one found in it is. */
    public static String in(String page) {
        return TOKEN.matcher(page).replaceAll("…");
    }
}
