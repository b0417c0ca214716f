package org.attune.offers;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Policies in words two admins can compare. */
@Component
class PolicyWords {

    private final MessageSource messages;

    PolicyWords(MessageSource messages) {
        this.messages = messages;
    }

    /** Who published it and why, and what it changed. */
    String of(PolicyVersion version, List<GatePolicy.Change> changes) {
        String by = version.by();
        String head = by == null
                ? word("offers.policy.version.first", version.number(), version.note())
                : word("offers.policy.version.by", version.number(), by, version.note());
        return Stream.of(head, of(changes)).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    String of(List<GatePolicy.Change> changes) {
        return changes.stream()
                .map(change -> word(
                        "offers.policy.change",
                        word("offers.policy.kind." + change.kind().code()),
                        word("offers.policy.rule." + change.rule().code()),
                        word("offers.policy.demand." + change.before().code()),
                        word("offers.policy.demand." + change.after().code())))
                .collect(Collectors.joining("\n"));
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
