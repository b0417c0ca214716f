package org.attune.needs.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.attune.access.Organisation;
import org.attune.access.OrganisationView;
import org.attune.access.Viewer;
import org.attune.conversations.TurnId;
import org.attune.needs.HeardWords;
import org.attune.needs.NeedChoices;
import org.attune.needs.NeedId;
import org.attune.needs.NeedView;
import org.attune.needs.NeedViews;
import org.attune.needs.SolutionView;
import org.attune.platform.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of one need: what is known about it, and a small form for each thing that can be added. */
@Component
class NeedPage {

    private static final int RECENT = 60;

    private final NeedViews views;
    private final NeedChoices choices;
    private final Organisation organisation;
    private final Words words;
    private final SummaryWords summaries;
    private final Say say;

    NeedPage(
            NeedViews views,
            NeedChoices choices,
            Organisation organisation,
            Words words,
            SummaryWords summaries,
            Say say) {
        this.views = views;
        this.choices = choices;
        this.organisation = organisation;
        this.words = words;
        this.summaries = summaries;
        this.say = say;
    }

    String show(Viewer viewer, NeedId id, Model model) {
        NeedView need = views.find(viewer, id);
        model.addAttribute("need", need)
                .addAttribute("changes", views.history(viewer, id))
                .addAttribute("playbacks", views.playbacks(viewer, id))
                .addAttribute("recent", choosable(need, choices.recentWords(viewer, id, RECENT)))
                .addAttribute("ours", words.ours(choices.recentWordsOfOurs(viewer, id, RECENT)))
                .addAttribute("around", words.people(choices.around(viewer, id)));
        words.into(model);
        summaries.into(viewer, need, model);
        OrganisationView house = organisation.current();
        model.addAttribute("currencies", say.currencies(house.currencies(), standing(need, model)));
        forms(need, house.currency().getCurrencyCode(), model);
        return "needs/need";
    }

    /** The currency of what was typed or, where nothing was, of what is known: nobody loses it for one that is offered. */
    private static @Nullable String standing(NeedView need, Model model) {
        if (model.getAttribute("costForm") instanceof CostForm typed && typed.currency() != null) {
            return typed.currency();
        }
        return need.cost() == null || need.cost().amount() == null
                ? null
                : need.cost().amount().currency();
    }

    /** Empty, or holding what came back with errors. */
    private void forms(NeedView need, String currency, Model model) {
        UUID estimate = need.estimate() == null ? null : need.estimate().id();
        form(model, "wordingForm", () -> WordingForm.of(need));
        form(model, "linkForm", LinkForm::empty);
        form(model, "personForm", PersonForm::empty);
        form(model, "expectForm", ExpectForm::empty);
        form(model, "costForm", () -> CostForm.empty(currency));
        form(model, "estimateForm", () -> EstimateForm.of(estimate));
        form(model, "solutionForm", () -> SolutionForm.after(need.solution()));
        form(model, "playbackForm", PlaybackForm::empty);
        form(model, "summaryForm", () -> summaries.draft(need));
        form(model, "endingForm", () -> EndingForm.at(need.version()));
    }

    /** The same page with what was typed, after a form came back with errors. */
    String again(Viewer viewer, NeedId id, String form, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("unfinished", form);
        return show(viewer, id, model);
    }

    /** What was said last, and what the last solution names even where that is longer ago. */
    private static List<HeardWords> choosable(NeedView need, List<HeardWords> recent) {
        SolutionView last = need.solution();
        Stream<TurnId> named = last == null
                ? Stream.empty()
                : Stream.of(last.contributedTurn(), last.agreedTurn()).filter(Objects::nonNull);
        Stream<HeardWords> older = named.distinct()
                .filter(turn -> recent.stream().noneMatch(heard -> heard.turn().equals(turn)))
                .flatMap(turn -> need.words(turn).stream());
        return Stream.concat(recent.stream(), older).toList();
    }

    static String back(NeedId id) {
        return "redirect:/needs/" + id.value();
    }

    private static void form(Model model, String name, Supplier<Object> fresh) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, fresh.get());
        }
    }
}
