package org.attune.people.web;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attune.people.EmailLine;
import org.attune.people.MergeField;
import org.attune.people.PhoneLine;
import org.attune.people.Pronoun;
import org.attune.platform.web.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the forms about people offer to choose from, in words. */
@Component
class Choices {

    private final MessageSource messages;

    Choices(MessageSource messages) {
        this.messages = messages;
    }

    public List<Option> pronouns() {
        return of("people.contact.pronoun.", Pronoun.values());
    }

    public List<Option> emailKinds() {
        return of("people.contact.email.kind.", EmailLine.Kind.values());
    }

    public List<Option> phoneKinds() {
        return of("people.contact.phone.kind.", PhoneLine.Kind.values());
    }

    public List<Option> languages() {
        Locale locale = LocaleContextHolder.getLocale();
        return Arrays.stream(Locale.getISOLanguages())
                .map(code -> new Option(
                        code, new Locale.Builder().setLanguage(code).build().getDisplayLanguage(locale)))
                .filter(option -> !option.label().equals(option.value()))
                .sorted(Comparator.comparing(Option::label, Collator.getInstance(locale)))
                .toList();
    }

    /** Which of the two somebody is, with their name in it. */
    List<Option> introductions(String name, Enum<?>... parts) {
        return Arrays.stream(parts)
                .map(part -> new Option(
                        part.name(),
                        messages.getMessage(
                                "people.introduction.part." + part.name().toLowerCase(Locale.ROOT),
                                new Object[] {name},
                                LocaleContextHolder.getLocale())))
                .toList();
    }

    String mergeField(MergeField field) {
        return word("people.merge.field." + field.word());
    }

    /** How many rows of a table, in words; tables nobody speaks of have none. */
    Optional<String> moving(String table, int rows) {
        String none = "";
        String words = messages.getMessage(
                "people.merge.moves." + table, new Object[] {rows}, none, LocaleContextHolder.getLocale());
        return Optional.ofNullable(words).filter(found -> !found.isEmpty());
    }

    private List<Option> of(String prefix, Enum<?>... values) {
        return Arrays.stream(values)
                .map(value ->
                        new Option(value.name(), word(prefix + value.name().toLowerCase(Locale.ROOT))))
                .toList();
    }

    private String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    static <E extends Enum<E>> Optional<E> one(Class<E> set, @Nullable String name) {
        return Arrays.stream(set.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst();
    }
}
