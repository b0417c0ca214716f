package org.attune.mail;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.attune.platform.BaseAddress;
import org.attune.platform.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Puts a letter into words, in the language of whoever gets it: plain, and as a page for those who prefer that. */
@Component
class LetterWords {

    private final MessageSource messages;
    /** Asked for when it is needed: it knows of everything that pages show, and so of those who write letters. */
    private final ObjectProvider<ITemplateEngine> templates;

    private final BaseAddress base;

    LetterWords(MessageSource messages, ObjectProvider<ITemplateEngine> templates, BaseAddress base) {
        this.messages = messages;
        this.templates = templates;
        this.base = base;
    }

    Written of(Letter letter) {
        Recipient to = letter.to();
        Context words = new Context(to.locale(), variables(letter));
        String text = templates.getObject().process("mail/letter.txt", words).strip() + "\n";
        String html = templates.getObject().process("mail/letter", words);
        String subject = word(letter, "subject", to.locale());
        String ends = letter.endPath() == null ? null : address(letter.endPath());
        return new Written(to.address(), to.name(), Language.of(to.locale()).tag(), subject, text, html, ends);
    }

    private Map<String, @Nullable Object> variables(Letter letter) {
        Locale locale = letter.to().locale();
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("language", Language.of(locale).tag());
        variables.put("name", letter.to().name());
        variables.put("subject", word(letter, "subject", locale));
        variables.put("says", word(letter, "says", locale));
        variables.put("note", word(letter, "note", locale));
        variables.put("home", base.of("/").orElse(null));
        if (letter.path() != null) {
            variables.put("link", address(letter.path()));
            variables.put("button", word(letter, "button", locale));
        }
        variables.put(
                "parts",
                letter.parts().stream().map(part -> part.at(this::address)).toList());
        variables.put("end", letter.endPath() == null ? null : address(letter.endPath()));
        return variables;
    }

    private String address(String path) {
        return base.of(path).orElseThrow();
    }

    private String word(Letter letter, String which, Locale locale) {
        return messages.getMessage(letter.words() + which, letter.arguments().toArray(), locale);
    }
}
