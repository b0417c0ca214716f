package org.attune.needs;

import org.attune.access.Viewer;
import org.attune.conversations.TurnId;
import org.attune.people.ContactSight;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was heard about a need, from its people. */
@Component
@Transactional
public class NeedTurns {

    private final NeedStore store;
    private final HeardTurns turns;
    private final PeopleOfNeeds people;
    private final Inheritance inheritance;
    private final NeedProgress progress;
    private final ContactSight sight;

    NeedTurns(
            NeedStore store,
            HeardTurns turns,
            PeopleOfNeeds people,
            Inheritance inheritance,
            NeedProgress progress,
            ContactSight sight) {
        this.store = store;
        this.turns = turns;
        this.people = people;
        this.inheritance = inheritance;
        this.progress = progress;
        this.sight = sight;
    }

    /** @throws RuleRefused where somebody else said it, or the excerpt does not stand in it */
    public void link(Viewer viewer, LinkTurn command) {
        Need need = store.seen(viewer, command.need());
        HeardTurn heard = turns.seen(viewer, command.heard());
        String excerpt = Excerpt.within(heard.words(), command.excerpt());
        if (command.speakerAs() != null && !people.has(need.id(), heard.speaker())) {
            sight.stillKnown(viewer, heard.speaker());
            people.join(need.id(), heard.speaker(), command.speakerAs());
        }
        turns.mustBePerson(need.id(), heard, "turn");
        if (turns.link(need.id(), heard, command.states(), excerpt, viewer.id())) {
            inheritance.onwards(need.id(), heard.id());
        } else {
            relink(need, command, excerpt);
        }
        progress.follow(need, viewer.id());
    }

    private void relink(Need need, LinkTurn command, @Nullable String excerpt) {
        if (!command.states()) {
            stillStated(need, command.heard());
        }
        try {
            turns.relink(need.id(), command.heard(), command.states(), excerpt);
        } catch (DataIntegrityViolationException evidence) {
            throw new RuleRefused("needs.turn.stands", "turn");
        }
    }

    /**
     * Says that it is not about this need after all.
     *
     * @throws RuleRefused where an offer, a cost, a solution or a yes stands on it, or the need is said nowhere else
     */
    public void unlink(Viewer viewer, NeedId id, TurnId heard) {
        Need need = store.seen(viewer, id);
        turns.seen(viewer, heard);
        stillStated(need, heard);
        try {
            turns.unlink(need.id(), heard);
        } catch (DataIntegrityViolationException evidence) {
            throw new RuleRefused("needs.turn.stands", "turn");
        }
        progress.follow(need, viewer.id());
    }

    private void stillStated(Need need, TurnId without) {
        if (turns.states(need.id(), without) && !turns.statedElsewhere(need.id(), without)) {
            throw new RuleRefused("needs.turn.states-it", "turn");
        }
    }
}
