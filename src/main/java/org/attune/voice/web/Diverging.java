package org.attune.voice.web;

import org.attune.voice.Landing;

/** Where the parts of a bar begin and how long they are, as shares: left of the line what did not land, right of it the rest. */
record Diverging(String noX, String no, String yes, String midX, String mid) {

    private static final double LINE = 33;
    private static final double ROOM = 65;

    static Diverging of(Landing landing) {
        double each = ROOM / Math.max(1, landing.reactions());
        double no = Math.min(LINE, landing.bad() * each);
        double unit = landing.bad() * each > LINE ? LINE / landing.bad() : each;
        double yes = landing.good() * unit;
        return new Diverging(share(LINE - no), share(no), share(yes), share(LINE + yes), share(landing.none() * unit));
    }

    static String line() {
        return share(LINE);
    }

    private static String share(double value) {
        return Math.round(value * 100) / 100.0 + "%";
    }
}
