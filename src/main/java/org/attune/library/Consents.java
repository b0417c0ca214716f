package org.attune.library;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.conversations.Mark;
import org.attune.conversations.Marks;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers allowed to be done with their stories. A consent is appended; it ends when it is withdrawn or another one
 * takes its place, and never begins again: a withdrawal by mistake is put right by a new one.
 */
@Component
@Transactional
public class Consents {

    private final Stories stories;
    private final ConsentRows rows;
    private final ConsentTurns turns;
    private final Marks marks;
    private final Clock clock;

    Consents(Stories stories, ConsentRows rows, ConsentTurns turns, Marks marks, Clock clock) {
        this.stories = stories;
        this.rows = rows;
        this.turns = turns;
        this.marks = marks;
        this.clock = clock;
    }

    /**
     * Notes what they allowed; one that was in force makes room. The same one twice is one.
     *
     * @throws ChangedMeanwhile where the id stands for another consent already
     */
    public void note(Viewer viewer, NoteConsent note) {
        StoryView story = stories.tended(viewer, note.story());
        String how = StoryRules.checkedHow(note, today(viewer));
        ConsentRows.Kept typed = ConsentRows.Kept.of(note, how);
        Optional<ConsentRows.Kept> before = rows.kept(note.id());
        if (before.isPresent()) {
            if (!before.get().equals(typed)) {
                throw new ChangedMeanwhile(before.get().told(), typed.told());
            }
            return;
        }
        turns.isTheirs(viewer, story, note.turn());
        Optional<UUID> current = rows.current(note.story());
        Instant now = clock.instant();
        current.ifPresent(one -> rows.end(one, now));
        rows.add(viewer, note.id(), typed, now);
        if (note.turn() != null) {
            marks.mark(viewer, note.turn(), Mark.CONSENTED_TO_STORY);
        }
    }

    /**
     * They do not want it used any more: from now on it is not, wherever it would be. What was said already stays said.
     *
     * @param consent the one that is withdrawn; one that was withdrawn already stays as it is
     * @param day on which they said so
     */
    public void withdraw(Viewer viewer, StoryId id, UUID consent, LocalDate day) {
        StoryView story = stories.tended(viewer, id);
        ConsentView meant = story.consents().stream()
                .filter(one -> one.id().equals(consent))
                .findFirst()
                .orElseThrow(() -> new NotSeen("consent " + consent));
        if (meant.consent().withdrawnOn() != null) {
            return;
        }
        if (meant.consent().replaced()) {
            throw new RuleRefused("library.consent.replaced");
        }
        if (day.isAfter(today(viewer)) || day.isBefore(meant.consent().givenOn())) {
            throw new RuleRefused("library.consent.day", "day");
        }
        rows.current(id);
        rows.withdraw(viewer, consent, day, clock.instant());
    }

    private LocalDate today(Viewer viewer) {
        return LocalDate.now(clock.withZone(viewer.zone()));
    }
}
