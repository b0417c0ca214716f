package org.attune.demo;

import java.util.HashMap;
import java.util.Map;

/** What a script calls things, and what they are. */
final class Names<T> {

    private final String what;
    private final Map<String, T> known = new HashMap<>();

    Names(String what) {
        this.what = what;
    }

    T put(Line line, String name, T thing) {
        if (known.putIfAbsent(name, thing) != null) {
            throw line.problem("there is a " + what + " called " + name + " already");
        }
        return thing;
    }

    T get(Line line, String name) {
        T thing = known.get(name);
        if (thing == null) {
            throw line.problem("there is no " + what + " called " + name + " yet");
        }
        return thing;
    }

    boolean has(String name) {
        return known.containsKey(name);
    }

    int size() {
        return known.size();
    }
}
