package org.attune.bench;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.attune.bench.Visitor.Answer;
import org.attune.platform.Ids;

/**
 * One thing somebody asks for.
 *
 * @param form what is sent; empty for what is only looked at
 * @param fragment whether a script asks, and takes a part of a page
 * @param mark what the answer has to have in it, so that a page that says sorry never counts as a fast one
 */
record Visit(Visitor who, String path, Map<String, String> form, boolean fragment, String mark) {

    static final String FRESH = "(fresh)";

    static Visit to(Visitor who, String path, String mark) {
        return new Visit(who, path, Map.of(), false, mark);
    }

    boolean isSent() {
        return !form.isEmpty();
    }

    /** The form as it is sent this time: what is written down brings an id of its own. */
    Map<String, String> filledIn() {
        Map<String, String> filled = new LinkedHashMap<>(form);
        filled.replaceAll((name, value) -> value.equals(FRESH) ? Ids.next().toString() : value);
        return filled;
    }

    Answer make(URI address) {
        return make(address, filledIn());
    }

    Answer make(URI address, Map<String, String> filled) {
        Answer answer = isSent() ? who.post(address, path, filled, fragment) : who.get(address, path);
        if (answer.status() != 200 || !answer.body().contains(mark)) {
            throw new WrongAnswer(path + " for " + who.email() + " answered " + answer.status() + ", "
                    + (answer.body().contains(mark) ? "with" : "without") + " \"" + mark + "\"");
        }
        return answer;
    }

    /** Something else came back than was asked for. */
    static final class WrongAnswer extends RuntimeException {

        WrongAnswer(String message) {
            super(message);
        }
    }
}
