package org.attune.coaching.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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
import org.attune.insight.ChartTable;
import org.attune.insight.ChartTable.Column;
import org.attune.insight.ChartTable.Line;
import org.attune.listening.Listening;
import org.attune.listening.Trend;
import org.attune.listening.Trend.Point;
import org.attune.platform.web.Option;
import org.attune.platform.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** Puts together what is about oneself. */
@Component
class MyPage {

    private static final int LESSONS = 12;
    private static final int POINTS = 60;

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
    public String show(Viewer viewer, @Nullable UUID meant, Model model) {
        FiguresLevel level = figures.current().level();
        List<Pair> pairs = oneToOnes.of(viewer);
        List<TalkLine> own = talks.toChoose(viewer, meant);
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
                .addAttribute("toChoose", toChoose(viewer, own))
                .addAttribute("somePrivate", own.stream().anyMatch(TalkLine::isPrivate))
                .addAttribute("looks", looks.at(viewer.id(), null));
        return "coaching/me";
    }

    private List<HatFacts> hats(Viewer viewer) {
        List<MonthOfFacts> months = facts.months(viewer);
        return Stream.of(Hat.SALES, Hat.MARKETING)
                .map(hat -> facts(viewer, hat, months))
                .toList();
    }

    private HatFacts facts(Viewer viewer, Hat hat, List<MonthOfFacts> months) {
        Trend trend = listening.trend(viewer, viewer.id(), hat);
        return new HatFacts(
                hat,
                trend,
                chart(viewer, hat, trend),
                months.stream().filter(month -> month.hat() == hat).toList());
    }

    private ChartTable chart(Viewer viewer, Hat hat, Trend trend) {
        List<Point> points = trend.points();
        return new ChartTable(
                "interest-" + hat.name().toLowerCase(Locale.ROOT),
                "lines",
                word(viewer, "coaching.trend.until"),
                List.of(
                        new Column(word(viewer, "coaching.trend.middle"), "accent"),
                        new Column(word(viewer, "coaching.trend.low"), "none"),
                        new Column(word(viewer, "coaching.trend.high"), "none")),
                points.subList(Math.max(0, points.size() - POINTS), points.size()).stream()
                        .map(point -> new Line(
                                say.day(point.day()),
                                List.of(whole(point.mean()), whole(point.low()), whole(point.high())),
                                Collections.nCopies(3, InterestController.address(hat, point.last()))))
                        .toList());
    }

    private static BigDecimal whole(double value) {
        return BigDecimal.valueOf(Math.round(value));
    }

    private List<Option> toChoose(Viewer viewer, List<TalkLine> own) {
        List<Option> options = new ArrayList<>();
        for (TalkLine talk : own) {
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
