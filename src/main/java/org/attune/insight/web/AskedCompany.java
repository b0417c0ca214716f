package org.attune.insight.web;

import java.util.List;
import org.attune.insight.Choice;
import org.jspecify.annotations.Nullable;

/**
 * The company somebody narrowed to, by an address or by typing its name.
 *
 * @param chosen none where none was asked for, or it is not clear which
 * @param typed what was typed, where it is not clear
 * @param among which it could be
 */
record AskedCompany(@Nullable Choice chosen, @Nullable String typed, List<Choice> among) {

    static final AskedCompany ANY = new AskedCompany(null, null, List.of());

    boolean isUnclear() {
        return typed != null;
    }
}
