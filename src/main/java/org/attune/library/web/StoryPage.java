package org.attune.library.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.Viewer;
import org.attune.library.ConsentTurns;
import org.attune.library.HeardWordsView;
import org.attune.library.PitchLint;
import org.attune.library.Stories;
import org.attune.library.StoryLine;
import org.attune.library.StoryPeople;
import org.attune.library.StoryUse;
import org.attune.library.StoryView;
import org.attune.library.StoryWords;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.platform.KeysetPage;
import org.attune.platform.Language;
import org.attune.platform.web.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the pages about stories show. */
@Component
class StoryPage {

    private final Stories stories;
    private final StoryPeople people;
    private final ConsentTurns said;
    private final ContactSight sight;
    private final Clock clock;

    StoryPage(Stories stories, StoryPeople people, ConsentTurns said, ContactSight sight, Clock clock) {
        this.stories = stories;
        this.people = people;
        this.said = said;
        this.sight = sight;
        this.clock = clock;
    }

    String list(Viewer viewer, StoryQuery query, KeysetPage<StoryLine> page, Model model) {
        model.addAttribute("query", query)
                .addAttribute("filter", query.filter())
                .addAttribute("page", page)
                .addAttribute("themes", people.themes())
                .addAttribute("languages", languages(viewer))
                .addAttribute("next", page.next() == null ? null : query.next(page.next()));
        return "library/stories";
    }

    String whose(Viewer viewer, @Nullable String q, Model model) {
        model.addAttribute("q", q).addAttribute("people", people.find(viewer, q));
        return "library/story-whose";
    }

    String empty(Viewer viewer, UUID contact, @Nullable UUID need, Model model) {
        ContactId about = new ContactId(contact);
        model.addAttribute("about", sight.seen(viewer, about).name())
                .addAttribute("picks", picks(stories.picks(viewer, about, need)))
                .addAttribute("remarks", List.<PitchLint.Remark>of())
                .addAttribute("languages", languages(viewer));
        return "library/story-new";
    }

    String show(Viewer viewer, StoryView story, Model model) {
        StoryWords words = story.words();
        model.addAttribute("story", story)
                .addAttribute("language", nameOf(words.language(), viewer.locale()))
                .addAttribute("usable", usable(story))
                .addAttribute("told", usable(story) ? stories.told(viewer, story.id(), StoryUse.How.TOLD) : null)
                .addAttribute("remarks", story.tended() ? remarks(words) : List.<PitchLint.Remark>of());
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new WithdrawalForm(today(viewer)));
        }
        return "library/story";
    }

    private static boolean usable(StoryView story) {
        return story.inForce() != null && !story.isRetired();
    }

    private static List<PitchLint.Remark> remarks(StoryWords words) {
        String text = Stream.of(words.situation(), words.found(), words.result())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n\n"));
        return PitchLint.of(text, words.language());
    }

    String words(Viewer viewer, StoryView story, Model model) {
        List<HeardWordsView> can = story.contact() == null
                ? List.of()
                : stories.picks(viewer, new ContactId(story.contact()), story.need());
        List<HeardWordsView> stand = story.heard().stream()
                .filter(one -> can.stream().noneMatch(other -> other.turn().equals(one.turn())))
                .toList();
        model.addAttribute("story", story)
                .addAttribute(
                        "picks",
                        picks(Stream.concat(stand.stream(), can.stream()).toList()))
                .addAttribute("remarks", remarks(story.words()))
                .addAttribute("languages", languages(viewer));
        return "library/story-words";
    }

    String consent(Viewer viewer, StoryView story, Model model) {
        model.addAttribute("story", story).addAttribute("turns", picks(said.of(viewer, story)));
        return "library/consent";
    }

    private LocalDate today(Viewer viewer) {
        return LocalDate.now(clock.withZone(viewer.zone()));
    }

    private static List<Option> picks(List<HeardWordsView> heard) {
        return heard.stream()
                .map(one -> new Option(one.turn().toString(), one.words(), one.exactness(), null))
                .toList();
    }

    private static List<Option> languages(Viewer viewer) {
        return Arrays.stream(Language.values())
                .map(language -> new Option(language.code(), nameOf(language.tag(), viewer.locale())))
                .toList();
    }

    private static String nameOf(String language, Locale locale) {
        return Locale.forLanguageTag(language).getDisplayLanguage(locale);
    }
}
