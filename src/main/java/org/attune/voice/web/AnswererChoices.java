package org.attune.voice.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.platform.RuleRefused;
import org.attune.platform.web.FormErrors;
import org.attune.platform.web.Option;
import org.attune.voice.Addressee;
import org.attune.voice.AnswererView;
import org.attune.voice.CouldAnswer;
import org.attune.voice.WhoCouldAnswer;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Whom the form offers to tick, and whom it means. */
@Component
class AnswererChoices {

    private final WhoCouldAnswer people;

    AnswererChoices(WhoCouldAnswer people) {
        this.people = people;
    }

    /** Those ticked and those typed; whoever cannot be found is an error where they were typed. */
    Map<Addressee, TreeSet<UUID>> meant(AnswerersForm form, BindingResult errors) {
        Map<Addressee, TreeSet<UUID>> meant = form.ticked();
        meant.forEach((audience, users) -> {
            try {
                if (!form.too(audience).isEmpty()) {
                    users.add(people.one(form.too(audience), audience.word() + "Too")
                            .user());
                }
            } catch (RuleRefused refused) {
                FormErrors.add(errors, refused);
            }
        });
        return meant;
    }

    /** By the word of each audience those named already, and those ticked in what is shown again. */
    Map<String, List<Option>> offered(List<AnswererView> named, Map<Addressee, TreeSet<UUID>> ticked) {
        Set<UUID> others = ticked.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
        named.forEach(one -> others.remove(one.user()));
        Map<UUID, String> names = new LinkedHashMap<>();
        named.forEach(one -> names.put(one.user(), one.name()));
        if (!others.isEmpty()) {
            people.of(others).forEach(one -> names.put(one.user(), one.name()));
        }
        return Arrays.stream(Addressee.values())
                .collect(Collectors.toMap(
                        Addressee::word, one -> options(named, one, ticked.getOrDefault(one, new TreeSet<>()), names)));
    }

    private static List<Option> options(
            List<AnswererView> named, Addressee audience, Set<UUID> ticked, Map<UUID, String> names) {
        Stream<UUID> kept =
                named.stream().filter(one -> one.audience() == audience).map(AnswererView::user);
        return Stream.concat(kept, ticked.stream())
                .distinct()
                .filter(names::containsKey)
                .map(user -> new Option(user.toString(), names.getOrDefault(user, "")))
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }

    /** What completes what is typed. */
    List<String> like(String typed, int most) {
        return people.like(typed, most).stream().map(CouldAnswer::full).toList();
    }
}
