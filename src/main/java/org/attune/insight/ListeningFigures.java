package org.attune.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.attune.access.Role;
import org.attune.access.TeamId;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.figures.FiguresAboutPeople;
import org.attune.figures.FiguresLevel;
import org.attune.figures.Spread;
import org.attune.figures.SpreadScope;
import org.attune.figures.Untold;
import org.attune.insight.ListeningBoard.Among;
import org.attune.insight.ListeningBoard.Given;
import org.attune.insight.ListeningBoard.Talks;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a team listens: facts as they lie among at least five people, of whole teams and whole months only, never a list of people. A
 * line of their own only whoever looks has, and none of it where the organisation has no figures about people.
 */
@Component
@Transactional(readOnly = true)
public class ListeningFigures implements Counted {

    private static final String ALIKE = "alike";

    /** The viewer's own that are measured. */
    private static final String OWN = "own";

    private final JdbcClient jdbc;
    private final ListeningTalks talks;
    private final ListeningRows rows;
    private final TouchesAlike touches;
    private final FiguresAboutPeople figures;
    private final Clock clock;

    ListeningFigures(
            JdbcClient jdbc,
            ListeningTalks talks,
            ListeningRows rows,
            TouchesAlike touches,
            FiguresAboutPeople figures,
            Clock clock) {
        this.jdbc = jdbc;
        this.talks = talks;
        this.rows = rows;
        this.touches = touches;
        this.figures = figures;
        this.clock = clock;
    }

    @Override
    public String dashboard() {
        return "listening";
    }

    public ListeningBoard of(Slice slice) {
        boolean shown = isShown();
        SpreadScope scope = scope(slice);
        Among among = shown ? among(slice, scope.team()) : null;
        boolean told = among != null && among.hasSpread();
        ListeningTalks.Counted counted = talks.counted(slice);
        Talks all = counted.talks();
        return new ListeningBoard(
                shown,
                all,
                told ? among : null,
                told ? null : among == null ? scope.why() : Untold.FEW,
                shown ? talks.own(slice) : List.of(),
                shown && mayBeCounted(slice, scope, all.others()) ? (Long) counted.alike() : null,
                isAboutSomebody(slice) ? List.of() : rows.pairs(slice),
                given(slice, scope, shown));
    }

    private Given given(Slice slice, SpreadScope scope, boolean shown) {
        return new Given(
                shown ? givenAlike(slice, scope) : null, isAboutSomebody(slice) ? List.of() : touches.pairs(slice));
    }

    private @Nullable Long givenAlike(Slice slice, SpreadScope scope) {
        if (!mayBeCounted(slice, scope, Long.MAX_VALUE)) {
            return null;
        }
        TouchesAlike.Number counted = touches.counted(slice);
        return mayBeCounted(slice, scope, counted.others()) ? (Long) counted.alike() : null;
    }

    @Override
    public KeysetPage<CountedRow> rows(Slice slice, String figure, @Nullable String after, int size) {
        if (figure.equals(TouchesAlike.FIGURE)) {
            return givenAlike(slice, after, size);
        }
        if (figure.equals(ALIKE)
                && !(isShown()
                        && mayBeCounted(
                                slice,
                                scope(slice),
                                talks.counted(slice).talks().others()))) {
            throw new NotSeen("figure about " + slice.person());
        }
        if (figure.equals(OWN) && !isShown()) {
            throw new NotSeen("figures about people");
        }
        return rows.of(slice, figure, after, size);
    }

    private KeysetPage<CountedRow> givenAlike(Slice slice, @Nullable String after, int size) {
        if (!isShown() || givenAlike(slice, scope(slice)) == null) {
            throw new NotSeen("figure about " + slice.person());
        }
        return touches.rows(slice, after, size);
    }

    /**
     * What somebody says is read, not carried away as a table that sorts by whom it was said to; what is about the viewer themselves is
     * for their eyes.
     */
    @Override
    public boolean mayBeTaken(String figure) {
        return !Set.of(ALIKE, TouchesAlike.FIGURE, OWN).contains(figure);
    }

    private boolean isShown() {
        return figures.current().level() != FiguresLevel.OFF;
    }

    private @Nullable Among among(Slice slice, @Nullable TeamId team) {
        Period period = slice.period();
        ZoneId zone = period.zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return team == null
                ? null
                : ListeningAmong.of(
                                jdbc,
                                slice.viewer(),
                                team,
                                SpreadScope.months(period.from(), period.until(), today),
                                zone.getId())
                        .told();
    }

    private SpreadScope scope(Slice slice) {
        boolean narrowed = slice.person() != null || slice.company() != null || slice.stage() != null;
        return SpreadScope.of(led(slice.viewer()), slice.team(), narrowed);
    }

    private List<TeamId> led(Viewer viewer) {
        return viewer.role() != Role.MANAGER
                ? List.of()
                : jdbc.sql("select t from overseen_team(:viewer) t")
                        .param("viewer", viewer.uuid())
                        .query((row, n) -> new TeamId(row.getObject("t", UUID.class)))
                        .list();
    }

    /** Their own, or somebody's they may see; otherwise only of a whole team, with five people or more besides them. */
    private boolean mayBeCounted(Slice slice, SpreadScope scope, long others) {
        if (slice.person() != null) {
            return !isAboutSomebody(slice);
        }
        return scope.why() == Untold.NO_TEAM || scope.team() != null && others >= Spread.FEWEST;
    }

    /** Narrowed to one person about whom the viewer may see no figures. */
    private boolean isAboutSomebody(Slice slice) {
        UserId person = slice.person();
        return person != null && !figures.mayBeSeen(slice.viewer(), person);
    }
}
