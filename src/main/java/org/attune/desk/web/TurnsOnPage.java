package org.attune.desk.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which turns stand on the page that asks, as its script says. A turn that is not there cannot be replaced there.
 *
 * @param first the number of the first of them
 */
record TurnsOnPage(int first, int last) {

    static final String HEADER = "X-Turns";

    private static final TurnsOnPage ALL = new TurnsOnPage(0, Integer.MAX_VALUE);
    private static final Pattern FROM_TO = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

    /** All of them where nothing is said, or nothing that can be read. */
    static TurnsOnPage of(@Nullable String header) {
        Matcher read = FROM_TO.matcher(header == null ? "" : header);
        return read.matches() ? new TurnsOnPage(Integer.parseInt(read.group(1)), Integer.parseInt(read.group(2))) : ALL;
    }

    boolean has(int seq) {
        return seq >= first && seq <= last;
    }
}
