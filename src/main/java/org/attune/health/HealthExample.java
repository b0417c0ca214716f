package org.attune.health;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.conversations.TalkedMore;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A relationship nobody has, reckoned like any other: for the page that says how. */
@Component
public class HealthExample {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final int IDEAL = 14;
    private static final int LONGEST = 30;

    private final ReasonWords words;

    HealthExample(ReasonWords words) {
        this.words = words;
    }

    /** @param lines whose points sum to the score; one of the factors is not known */
    public record Reckoned(int score, Band band, List<HealthPanel.Line> lines) {}

    public Reckoned on(Viewer viewer, LocalDate today, Weights weights) {
        Health health = Health.of(known(today), today, weights);
        List<Part> parts = health.parts().stream()
                .map(part ->
                        part.saying(part.reasons().stream().map(Reason::without).toList()))
                .toList();
        Integer score = health.score();
        HealthView view = new HealthView(
                new ContactId(NOBODY), today, score, health.band(), health.twoWay(), health.missing(), parts, null);
        return new Reckoned(score == null ? 0 : score, health.band(), words.lines(view, Map.of()));
    }

    /** Four conversations, one thread picked up and one that waits, a need confirmed; nothing was promised. */
    private static Known known(LocalDate today) {
        return new Known(
                List.of(
                        talk(today.minusDays(120), false, TalkedMore.WE, false),
                        talk(today.minusDays(75), true, TalkedMore.THEY, false),
                        talk(today.minusDays(40), false, TalkedMore.EVEN, false),
                        talk(today.minusDays(20), false, null, true)),
                List.of(
                        new Matter(id(1), today.minusDays(75), today.minusDays(75), today.minusDays(40), null),
                        new Matter(id(2), today.minusDays(40), today.minusDays(40), null, null)),
                List.of(),
                List.of(new Step(id(1), today.minusDays(20), Step.Reached.CONFIRMED)),
                List.of(),
                new Pace(new Pace.Interval(IDEAL, LONGEST), List.of(), List.of(), List.of()));
    }

    private static Talk talk(LocalDate day, boolean theyBegan, @Nullable TalkedMore talked, boolean complete) {
        Talk.Said said = new Talk.Said(day, day, 6, 260, 5, 240);
        return new Talk(id(day.toEpochDay()), day, day, theyBegan, talked, day, complete, List.of(said));
    }

    private static UUID id(long n) {
        return new UUID(0, n);
    }
}
