package org.attune.desk.web;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.attune.desk.web.TurnLine.Segment;

/** Cuts words into what became evidence and the rest, for the highlighter. */
final class Highlights {

    private Highlights() {}

    /**
     * @param excerpts the very words that are evidence; an empty one stands for all of them, and what is no part of the
     *     words is left out
     */
    static List<Segment> in(String words, List<String> excerpts) {
        BitSet marked = new BitSet(words.length());
        for (String excerpt : excerpts) {
            int at = excerpt.isEmpty() ? 0 : words.indexOf(excerpt);
            if (at >= 0) {
                marked.set(at, excerpt.isEmpty() ? words.length() : at + excerpt.length());
            }
        }
        List<Segment> segments = new ArrayList<>();
        for (int from = 0; from < words.length(); ) {
            boolean on = marked.get(from);
            int found = on ? marked.nextClearBit(from) : marked.nextSetBit(from);
            int to = found < 0 ? words.length() : Math.min(found, words.length());
            segments.add(new Segment(words.substring(from, to), on));
            from = to;
        }
        return segments;
    }
}
