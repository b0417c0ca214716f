package org.attune.coaching.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.coaching.ChosenTalks;
import org.attune.coaching.Looks;
import org.attune.coaching.MonthOfFacts;
import org.attune.coaching.OneToOnes;
import org.attune.coaching.OwnFacts;
import org.attune.coaching.Pair;
import org.attune.coaching.TalkLine;
import org.attune.conversations.Reflections;
import org.attune.figures.FiguresAboutPeople;
import org.attune.figures.FiguresLevel;
import org.attune.listening.Listening;
import org.attune.platform.web.Option;
import org.attune.platform.web.Say;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** Puts together what is about oneself. */
@Component
class MyPage {

    private static final int LESSONS = 12;

    private final FiguresAboutPeople figures;
    private final Listening listening;
    private final OwnFacts facts;
    private final Reflections reflections;
    private final OneToOnes oneToOnes;
    private final ChosenTalks talks;
    private final Looks looks;
    private final MessageSource messages;
    private final Say say;

    MyPage(
            FiguresAboutPeople figures,
            Listening listening,
            OwnFacts facts,
            Reflections reflections,
            OneToOnes oneToOnes,
            ChosenTalks talks,
            Looks looks,
            MessageSource messages,
            Say say) {
        this.figures = figures;
        this.listening = listening;
        this.facts = facts;
        this.reflections = reflections;
        this.oneToOnes = oneToOnes;
        this.talks = talks;
        this.looks = looks;
        this.messages = messages;
        this.say = say;
    }

    @Transactional(readOnly = true)
    public String show(Viewer viewer, Model model) {
        FiguresLevel level = figures.current().level();
        List<Pair> pairs = oneToOnes.of(viewer);
        model.addAttribute("level", level.code())
                .addAttribute("hats", level == FiguresLevel.OFF ? List.of() : hats(viewer))
                .addAttribute("lessons", reflections.ofOneself(viewer, LESSONS))
                .addAttribute(
                        "mine",
                        pairs.stream().filter(pair -> !pair.isLedBy(viewer)).toList())
                .addAttribute(
                        "led",
                        pairs.stream().filter(pair -> pair.isLedBy(viewer)).toList())
                .addAttribute("chosen", talks.of(viewer, viewer.id()))
                .addAttribute("toChoose", toChoose(viewer))
                .addAttribute("looks", looks.at(viewer.id(), null));
        return "coaching/me";
    }

    private List<HatFacts> hats(Viewer viewer) {
        List<MonthOfFacts> months = facts.months(viewer);
        return Stream.of(Hat.SALES, Hat.MARKETING)
                .map(hat -> new HatFacts(
                        hat,
                        listening.trend(viewer, viewer.id(), hat),
                        months.stream().filter(month -> month.hat() == hat).toList()))
                .toList();
    }

    private List<Option> toChoose(Viewer viewer) {
        List<Option> options = new ArrayList<>();
        for (TalkLine talk : talks.toChoose(viewer)) {
            String with = talk.with() == null ? word(viewer, "coaching.talk.somebody") : talk.with();
            String key = talk.isPrivate() ? "coaching.talk.option.private" : "coaching.talk.option";
            options.add(new Option(talk.id().toString(), word(viewer, key, with, say.day(talk.at()))));
        }
        return options;
    }

    private String word(Viewer viewer, String key, Object... arguments) {
        return messages.getMessage(key, arguments, viewer.locale());
    }
}
