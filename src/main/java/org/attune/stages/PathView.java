package org.attune.stages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Hat;
import org.attune.people.ContactName;
import org.jspecify.annotations.Nullable;

/**
 * The way a contact has come and what comes next.
 *
 * @param now the stage they are in, beside the path too; none while they are not on it
 * @param move the move that led there, for the form that makes the next one
 * @param lingers whether they have been here for longer than the stage has patience
 * @param next what the suggested or else the next stage asks for; none at the end of the path
 * @param suggested the stage worth moving to, if there is one; never moved to by itself
 * @param back the stages behind, which are free to go back to
 * @param beside the stages beside the path
 * @param asking what is worth asking them where they are now
 * @param nextMove an id for the next move, made beforehand
 * @param mayMove whether the viewer works with this contact, and so may move it
 */
public record PathView(
        ContactName contact,
        @Nullable Stage now,
        @Nullable Instant since,
        @Nullable LocalDate until,
        @Nullable UUID move,
        boolean lingers,
        List<Step> steps,
        @Nullable Next next,
        @Nullable Stage suggested,
        List<Stage> back,
        List<Stage> beside,
        List<String> asking,
        UUID nextMove,
        boolean mayMove) {

    public PathView {
        steps = List.copyOf(steps);
        back = List.copyOf(back);
        beside = List.copyOf(beside);
        asking = List.copyOf(asking);
    }

    /** Their own rhythm or that of their stage. */
    public Optional<Rhythm> rhythm(@Nullable Integer ownIdeal, @Nullable Integer ownLongest) {
        return Rhythm.of(
                ownIdeal, ownLongest, now == null ? null : now.idealDays(), now == null ? null : now.longestDays());
    }

    /** The stage to come back to from beside the path. */
    public @Nullable Stage left() {
        return now == null || !now.aside() || back.isEmpty() ? null : back.get(back.size() - 1);
    }

    /** The title of the need the way follows, where the next stage looks at one. */
    public @Nullable String follows() {
        return next == null
                ? null
                : next.criteria().stream()
                        .flatMap(criterion -> criterion.evidence().stream())
                        .filter(piece -> piece.nth() != null && piece.about() != null)
                        .map(EvidenceView::about)
                        .findFirst()
                        .orElse(null);
    }

    /** Where a stage lies, seen from where they are. */
    public enum Where {
        DONE,
        NOW,
        NEXT,
        AHEAD
    }

    /** @param band the hat whose stretch begins here, else none */
    public record Step(
            String key,
            String name,
            String colour,
            Where where,
            @Nullable Hat band) {}

    /** @param open whether their side has given what it asks for */
    public record Next(Stage stage, boolean open, List<CriterionView> criteria) {

        public Next {
            criteria = List.copyOf(criteria);
        }

        /** Whether it asks for all of it or for any of it. */
        public boolean needsAll() {
            return stage.asks().all();
        }

        /** How many things it asks for, a group of them counting as one. */
        public int things() {
            return stage.asks().flat() ? criteria.size() : stage.asks().parts().size();
        }

        /** What it asks for, line by line as it is read. */
        public List<Line> lines() {
            if (stage.asks().flat()) {
                return criteria.stream()
                        .map(criterion -> new Line(0, false, criterion))
                        .toList();
            }
            List<Line> lines = new ArrayList<>();
            Iterator<CriterionView> answers = criteria.iterator();
            stage.asks().parts().forEach(part -> addTo(lines, part, 0, answers));
            return lines;
        }

        private static void addTo(List<Line> lines, Ask ask, int depth, Iterator<CriterionView> answers) {
            lines.add(new Line(depth, ask.all(), ask.group() ? null : answers.next()));
            ask.parts().forEach(part -> addTo(lines, part, depth + 1, answers));
        }

        /** Nothing but a reason leads there now, and the admin allows that. */
        public boolean byReason() {
            return !open && stage.overrideAllowed();
        }
    }

    /** @param criterion none where a group begins, of which all or any have to stand */
    public record Line(int depth, boolean all, @Nullable CriterionView criterion) {}
}
