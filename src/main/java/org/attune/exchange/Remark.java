package org.attune.exchange;

import java.util.List;
import org.attune.platform.RuleRefused;

/** Something a person should know about a line: why it is not taken, or what of it was left out. */
record Remark(String key, List<Object> arguments) {

    static Remark of(String key, Object... arguments) {
        return new Remark(key, List.of(arguments));
    }

    static Remark of(RuleRefused refused) {
        return new Remark(refused.messageKey(), List.of(refused.arguments()));
    }
}
