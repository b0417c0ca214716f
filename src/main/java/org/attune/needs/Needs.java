package org.attune.needs;

import java.time.Clock;
import org.attune.access.Viewer;
import org.attune.people.ContactSight;
import org.attune.platform.ChangedMeanwhile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What they need and what they need to know: noted where it was heard, ended honestly. */
@Component
@Transactional
public class Needs {

    private final NeedStore store;
    private final HeardTurns turns;
    private final PeopleOfNeeds people;
    private final Inheritance inheritance;
    private final NeedProgress progress;
    private final ContactSight sight;
    private final Clock clock;

    Needs(
            NeedStore store,
            HeardTurns turns,
            PeopleOfNeeds people,
            Inheritance inheritance,
            NeedProgress progress,
            ContactSight sight,
            Clock clock) {
        this.store = store;
        this.turns = turns;
        this.people = people;
        this.inheritance = inheritance;
        this.progress = progress;
        this.sight = sight;
        this.clock = clock;
    }

    /**
     * Notes a need from what was heard; the speaker becomes the first of its people. The same command twice is one need.
     *
     * @throws ChangedMeanwhile where the id stands for another need already
     */
    public NeedId note(Viewer viewer, NoteNeed command) {
        HeardTurn heard = turns.seen(viewer, command.heard());
        sight.stillKnown(viewer, heard.speaker());
        String excerpt = Excerpt.within(heard.words(), command.excerpt());
        if (store.has(command.id())) {
            return sameAsBefore(viewer, command, heard);
        }
        Need need = Need.noted(
                command.id(),
                command.kind(),
                command.title(),
                viewer.id(),
                sight.teamOf(heard.speaker()),
                clock.instant());
        store.add(need);
        progress.begin(need, viewer.id());
        people.join(need.id(), heard.speaker(), command.roles());
        turns.link(need.id(), heard, true, excerpt, viewer.id());
        inheritance.onwards(need.id(), heard.id());
        progress.follow(need, viewer.id());
        return need.id();
    }

    private NeedId sameAsBefore(Viewer viewer, NoteNeed command, HeardTurn heard) {
        Need before = store.seen(viewer, command.id());
        boolean same = before.title().equals(command.title().strip())
                && before.kind() == command.kind()
                && before.notedBy().equals(viewer.id())
                && people.has(before.id(), heard.speaker(), command.roles())
                && turns.states(before.id(), heard.id());
        if (!same) {
            throw new ChangedMeanwhile(before.title(), command.title());
        }
        return before.id();
    }

    /** @throws ChangedMeanwhile where the form is older than the need */
    public void reword(Viewer viewer, RewordNeed command) {
        Need need = store.seen(viewer, command.need());
        if (need.title().equals(command.title().strip()) && need.kind() == command.kind()) {
            return;
        }
        if (need.version() != command.version()) {
            throw new ChangedMeanwhile(need.title(), command.title(), need.version());
        }
        need.reword(command.title(), command.kind());
        progress.tell(need.id());
    }

    /**
     * Ends a need: solved, not a fit for them or for us, or dropped.
     *
     * @throws ChangedMeanwhile where the form is older than the need
     */
    public void end(Viewer viewer, EndNeed command) {
        Need need = store.tended(viewer, command.need());
        if (need.endedLike(command)) {
            return;
        }
        if (need.version() != command.version()) {
            throw new ChangedMeanwhile(
                    need.title(), command.why() == null ? need.title() : command.why(), need.version());
        }
        progress.end(need, command, viewer.id());
    }

    /** Takes an ended need up again, where its evidence puts it. */
    public void reopen(Viewer viewer, NeedId id) {
        Need need = store.tended(viewer, id);
        if (!need.state().open()) {
            progress.reopen(need, viewer.id());
        }
    }
}
