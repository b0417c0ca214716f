package org.attune.demo;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.attune.access.Viewer;
import org.attune.needs.EndNeed;
import org.attune.needs.Ending;
import org.attune.needs.ExpectPerson;
import org.attune.needs.LinkTurn;
import org.attune.needs.NeedId;
import org.attune.needs.NeedKind;
import org.attune.needs.NeedPeople;
import org.attune.needs.NeedTurns;
import org.attune.needs.NeedViews;
import org.attune.needs.Needs;
import org.attune.needs.NoteNeed;
import org.attune.needs.PersonRole;
import org.attune.platform.Ids;

/** Needs where they are heard, their people, and their honest ends. */
@DemoOnly
class NeedScenes implements Scenes {

    private static final Map<String, PersonRole> ROLES = Map.of(
            "has", PersonRole.HAS_PROBLEM,
            "feels", PersonRole.FEELS_IT,
            "pays", PersonRole.PAYS,
            "decides", PersonRole.DECIDES,
            "opens", PersonRole.OPENS_DOOR);

    private final Needs needs;
    private final NeedTurns turns;
    private final NeedPeople people;
    private final NeedViews views;

    NeedScenes(Needs needs, NeedTurns turns, NeedPeople people, NeedViews views) {
        this.needs = needs;
        this.turns = turns;
        this.people = people;
        this.views = views;
    }

    @Override
    public Map<String, Consumer<Cue>> byWord() {
        return Map.of(
                "need", cue -> note(cue, NeedKind.PROBLEM),
                "wants", cue -> note(cue, NeedKind.WANTS_TO_KNOW),
                "states", cue -> link(cue, true),
                "about", cue -> link(cue, false),
                "person", this::person,
                "not-met", this::notMet,
                "end", this::end);
    }

    private void note(Cue cue, NeedKind kind) {
        String name = cue.phrase().next("a name");
        NeedId id = cue.cast().needs.put(cue.line(), name, new NeedId(Ids.next()));
        Set<PersonRole> roles = roles(cue.phrase());
        if (roles.isEmpty()) {
            roles.add(PersonRole.HAS_PROBLEM);
        }
        needs.note(
                viewer(cue), new NoteNeed(id, cue.thatTurn(), kind, cue.phrase().needsText(), cue.excerpt(), roles));
    }

    private void link(Cue cue, boolean states) {
        NeedId need = need(cue);
        Set<PersonRole> roles = roles(cue.phrase());
        turns.link(
                viewer(cue), new LinkTurn(need, cue.thatTurn(), states, cue.excerpt(), roles.isEmpty() ? null : roles));
    }

    private void person(Cue cue) {
        NeedId need = need(cue);
        Cast.Known person = cue.cast().contacts.get(cue.line(), cue.phrase().next("a contact"));
        people.add(cue.viewer(person), need, person.id(), roles(cue.phrase()));
    }

    private void notMet(Cue cue) {
        NeedId need = need(cue);
        Set<PersonRole> roles = roles(cue.phrase());
        people.expect(
                viewer(cue), new ExpectPerson(Ids.next(), need, cue.phrase().needsText(), roles));
    }

    private void end(Cue cue) {
        Cast.Known contact = cue.contact();
        NeedId need = need(cue);
        Ending how = cue.phrase().one(Ending.class);
        Viewer viewer = cue.viewer(contact);
        int version = views.find(viewer, need).version();
        needs.end(viewer, new EndNeed(need, how, cue.phrase().text(), version));
    }

    private static Viewer viewer(Cue cue) {
        return cue.viewer(cue.thatTalk().lead());
    }

    private static NeedId need(Cue cue) {
        return cue.cast().needs.get(cue.line(), cue.phrase().next("a need"));
    }

    private static Set<PersonRole> roles(Phrase phrase) {
        Set<PersonRole> roles = EnumSet.noneOf(PersonRole.class);
        ROLES.forEach((word, role) -> {
            if (phrase.take(word)) {
                roles.add(role);
            }
        });
        return roles;
    }
}
