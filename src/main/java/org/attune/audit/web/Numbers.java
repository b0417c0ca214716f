package org.attune.audit.web;

import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says how many of what: 3 e-mail addresses. */
@Component
class Numbers {

    private final MessageSource messages;
    private final Vocabulary vocabulary;

    Numbers(MessageSource messages, Vocabulary vocabulary) {
        this.messages = messages;
        this.vocabulary = vocabulary;
    }

    /** Without what there is none of. */
    public List<String> lines(Map<String, Integer> numbers) {
        return numbers.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
    }

    private String line(String kind, int number) {
        String key = "audit.number." + kind;
        return vocabulary.knows(key)
                ? messages.getMessage(key, new Object[] {number}, LocaleContextHolder.getLocale())
                : number + " × " + vocabulary.kind(kind);
    }
}
