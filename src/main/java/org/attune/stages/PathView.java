package org.attune.stages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.attune.access.Hat;
import org.attune.people.ContactName;
import org.jspecify.annotations.Nullable;

/**
 * The way a contact has come and what comes next.
 *
 * @param now the stage they are in, beside the path too; none while they are not on it
 * @param move the move that led there, for the form that makes the next one
 * @param next what the suggested or else the next stage asks for; none at the end of the path
 * @param suggested the stage worth moving to, if there is one; never moved to by itself
 * @param back the stages behind, which are free to go back to
 * @param beside the stages beside the path
 * @param nextMove an id for the next move, made beforehand
 * @param mayMove whether the viewer works with this contact, and so may move it
 */
public record PathView(
        ContactName contact,
        @Nullable Stage now,
        @Nullable Instant since,
        @Nullable LocalDate until,
        @Nullable UUID move,
        List<Step> steps,
        @Nullable Next next,
        @Nullable Stage suggested,
        List<Stage> back,
        List<Stage> beside,
        UUID nextMove,
        boolean mayMove) {

    public PathView {
        steps = List.copyOf(steps);
        back = List.copyOf(back);
        beside = List.copyOf(beside);
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
            String key, String name, Where where, @Nullable Hat band) {}

    /**
     * @param open whether their side has given what it asks for
     * @param needsAll whether it asks for all of it or for any of it
     */
    public record Next(Stage stage, boolean open, boolean needsAll, List<CriterionView> criteria) {

        public Next {
            criteria = List.copyOf(criteria);
        }

        /** Nothing but a reason leads there now, and the admin allows that. */
        public boolean byReason() {
            return !open && stage.overrideAllowed();
        }
    }
}
