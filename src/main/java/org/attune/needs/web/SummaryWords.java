package org.attune.needs.web;

import java.util.Arrays;
import java.util.List;
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
    private final MessageSource messages;
    private final Say say;

    SummaryWords(Summaries summaries, OutsideAddress outside, MessageSource messages, Say say) {
        this.summaries = summaries;
        this.outside = outside;
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
                .mapToObj(days -> new Option(String.valueOf(days), say("needs.summary.days.of", days)))
                .toList();
    }

    SummaryForm draft(NeedView need) {
        NeedPersonView person = first(need).orElse(null);
        UUID contact = person == null ? null : person.id().value();
        return SummaryForm.of(contact, person == null ? "" : text(need, person));
    }

    /** Whoever said it last; else whoever has the problem. */
    private static Optional<NeedPersonView> first(NeedView need) {
        return Stream.concat(
                        need.stating().stream().flatMap(heard -> need.people().stream()
                                .filter(one -> one.id().equals(heard.speaker()))),
                        need.people().stream())
                .findFirst();
    }

    /** Their own words alone: nobody reads here what somebody else said. */
    private String text(NeedView need, NeedPersonView person) {
        String theirs = need.stating().stream()
                .filter(heard -> heard.speaker().equals(person.id()) && heard.words() != null)
                .filter(heard -> !heard.exactness().equals("did"))
                .map(this::quoted)
                .distinct()
                .collect(Collectors.joining("\n"));
        String said = theirs.isEmpty() ? need.title() : theirs;
        String cost = cost(need, person);
        return say("needs.summary.draft", said) + (cost == null ? "" : "\n\n" + cost);
    }

    private String quoted(HeardWords heard) {
        return heard.exactness().equals("in_essence") ? heard.marked() : say("needs.summary.quoted", heard.marked());
    }

    /** As they said it; what we estimate is not theirs. */
    private @Nullable String cost(NeedView need, NeedPersonView person) {
        CostView cost = need.cost();
        if (cost == null || cost.amount() == null) {
            return null;
        }
        boolean theirs = need.words(cost.turn())
                .map(heard -> heard.speaker().equals(person.id()))
                .orElse(false);
        Cost amount = cost.amount();
        return theirs
                ? say(
                        "needs.summary.cost",
                        say.range(
                                amount.low(),
                                amount.upTo(),
                                amount.currency(),
                                amount.per().name()))
                : null;
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
