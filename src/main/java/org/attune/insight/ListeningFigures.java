package org.attune.insight;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.attune.access.Hat;
import org.attune.access.UserId;
import org.attune.figures.FiguresAboutPeople;
import org.attune.figures.FiguresLevel;
import org.attune.insight.ListeningBoard.Fact;
import org.attune.insight.ListeningBoard.Step;
import org.attune.insight.ListeningBoard.Talks;
import org.attune.insight.ListeningBoard.Value;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a team listens: facts as they lie among at least five people, never a list of people. A line of their own only whoever looks
 * has, and none of it where the organisation has no figures about people.
 */
@Component
@Transactional(readOnly = true)
public class ListeningFigures implements Counted {

    private final JdbcClient jdbc;
    private final ListeningRows rows;
    private final FiguresAboutPeople figures;

    ListeningFigures(JdbcClient jdbc, ListeningRows rows, FiguresAboutPeople figures) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.figures = figures;
    }

    @Override
    public String dashboard() {
        return "listening";
    }

    public ListeningBoard of(Slice slice) {
        boolean shown = figures.current().level() != FiguresLevel.OFF;
        PeriodStep step = PeriodStep.of(slice.period());
        ListeningTalks now = shown ? ListeningTalks.of(jdbc, slice, step) : new ListeningTalks(List.of());
        ListeningTalks before = shown ? ListeningTalks.of(jdbc, slice.before(), step) : new ListeningTalks(List.of());
        List<Fact> facts = shown
                ? Arrays.stream(ListeningFact.values())
                        .map(fact -> fact(fact, slice, step, now, before))
                        .toList()
                : List.of();
        Talks talks = talks(slice);
        boolean theirs = isAboutSomebody(slice);
        return new ListeningBoard(
                shown,
                talks,
                (int) now.people(),
                facts,
                theirs ? null : rows.alike(slice),
                theirs ? List.of() : rows.pairs(slice));
    }

    @Override
    public KeysetPage<CountedRow> rows(Slice slice, String figure, @Nullable String after, int size) {
        if (figure.equals("alike") && isAboutSomebody(slice)) {
            throw new NotSeen("figure about " + slice.person());
        }
        return rows.of(slice, figure, after, size);
    }

    /** Narrowed to one person about whom the viewer may see no figures. */
    private boolean isAboutSomebody(Slice slice) {
        UserId person = slice.person();
        return person != null && !figures.mayBeSeen(slice.viewer(), person);
    }

    private static Fact fact(
            ListeningFact fact, Slice slice, PeriodStep step, ListeningTalks now, ListeningTalks before) {
        UserId own = slice.viewer().id();
        Map<Hat, Value> byHat = new EnumMap<>(Hat.class);
        for (Hat hat : Hat.values()) {
            byHat.put(hat, now.value(fact, own, some -> some.hat() == hat));
        }
        List<Step> steps = step.starts(slice.period()).stream()
                .map(start ->
                        new Step(start, step.last(start, slice.period()), now.value(fact, own, some -> some.start()
                                .equals(start))))
                .toList();
        return new Fact(fact, now.value(fact, own, all -> true), before.value(fact, own, all -> true), byHat, steps);
    }

    private Talks talks(Slice slice) {
        return jdbc.sql("""
                        select count(*) filter (where v.counts and v.complete) as complete,
                               count(*) filter (where v.counts and not v.complete) as incomplete,
                               count(*) filter (where not v.counts) as first_ten
                          from (""" + ListeningTalks.TALKS + ") v")
                .params(slice.parameters())
                .query((row, n) ->
                        new Talks(row.getLong("complete"), row.getLong("incomplete"), row.getLong("first_ten")))
                .single();
    }
}
