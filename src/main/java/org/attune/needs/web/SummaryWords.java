package org.attune.needs.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.Viewer;
import org.attune.needs.Cost;
import org.attune.needs.CostView;
import org.attune.needs.HeardWords;
import org.attune.needs.NeedPersonView;
import org.attune.needs.NeedView;
import org.attune.needs.Summaries;
import org.attune.outside.OutsideAddress;
import org.attune.outside.OutsideLanguage;
import org.attune.platform.web.Option;
import org.attune.platform.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a need says of summaries: those that were sent, and a first draft of the next, out of what its people said. */
@Component
class SummaryWords {

    private static final int[] DAYS = {7, 14, 30};

    private final Summaries summaries;
    private final OutsideAddress outside;
    private final OutsideLanguage pages;
    private final MessageSource messages;
    private final Say say;

    SummaryWords(Summaries summaries, OutsideAddress outside, OutsideLanguage pages, MessageSource messages, Say say) {
        this.summaries = summaries;
        this.outside = outside;
        this.pages = pages;
        this.messages = messages;
        this.say = say;
    }

    void into(Viewer viewer, NeedView need, Model model) {
        model.addAttribute("summaries", summaries.of(viewer, need.id()))
                .addAttribute("outside", outside.beforePaths())
                .addAttribute(
                        "reachable",
                        need.people().stream()
                                .map(person -> new Option(person.id().value().toString(), person.name()))
                                .toList())
                .addAttribute("linkDays", linkDays());
    }

    private List<Option> linkDays() {
        return Arrays.stream(DAYS)
                .mapToObj(days -> new Option(
                        String.valueOf(days), say(LocaleContextHolder.getLocale(), "needs.summary.days.of", days)))
                .toList();
    }

    SummaryForm draft(NeedView need) {
        NeedPersonView person = first(need).orElse(null);
        UUID contact = person == null ? null : person.id().value();
        return SummaryForm.of(contact, person == null ? "" : text(need, person, pages.of(person.id())));
    }

    /** Whoever said it last; else whoever has the problem. */
    private static Optional<NeedPersonView> first(NeedView need) {
        return Stream.concat(
                        need.stating().stream().flatMap(heard -> need.people().stream()
                                .filter(one -> one.id().equals(heard.speaker()))),
                        need.people().stream())
                .findFirst();
    }

    /** Their own words alone, and the rest in the language of their page: nobody reads here what somebody else said. */
    private String text(NeedView need, NeedPersonView person, Locale theirs) {
        String words = need.stating().stream()
                .filter(heard -> heard.speaker().equals(person.id()) && heard.words() != null)
                .filter(heard -> !heard.exactness().equals("did"))
                .map(heard -> quoted(heard, theirs))
                .distinct()
                .collect(Collectors.joining("\n"));
        String said = words.isEmpty() ? need.title() : words;
        String cost = cost(need, person, theirs);
        return say(theirs, "needs.summary.draft", said) + (cost == null ? "" : "\n\n" + cost);
    }

    private String quoted(HeardWords heard, Locale theirs) {
        return heard.exactness().equals("in_essence")
                ? heard.marked()
                : say(theirs, "needs.summary.quoted", heard.marked());
    }

    /** As they said it; what we estimate is not theirs. */
    private @Nullable String cost(NeedView need, NeedPersonView person, Locale theirs) {
        CostView cost = need.cost();
        if (cost == null || cost.amount() == null) {
            return null;
        }
        boolean said = need.words(cost.turn())
                .map(heard -> heard.speaker().equals(person.id()))
                .orElse(false);
        Cost amount = cost.amount();
        return said
                ? say(
                        theirs,
                        "needs.summary.cost",
                        say.in(theirs)
                                .range(
                                        amount.low(),
                                        amount.upTo(),
                                        amount.currency(),
                                        amount.per().name()))
                : null;
    }

    private String say(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
