package org.attune.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.attune.conversations.Assumptions;
import org.attune.conversations.HunchSettled;
import org.attune.conversations.Hunches;
import org.attune.conversations.Reflections;
import org.attune.conversations.Research;
import org.attune.conversations.Settled;
import org.attune.platform.Ids;

/** What we assume, already see and keep quiet about, looked up, and learned. */
@DemoOnly
class PrepareScenes implements Scenes {

    private final Assumptions assumptions;
    private final Hunches hunches;
    private final Research research;
    private final Reflections reflections;

    PrepareScenes(Assumptions assumptions, Hunches hunches, Research research, Reflections reflections) {
        this.assumptions = assumptions;
        this.hunches = hunches;
        this.research = research;
        this.reflections = reflections;
    }

    @Override
    public Map<String, Consumer<Cue>> byWord() {
        return Map.of(
                "assume", this::assume,
                "settled", this::settled,
                "hunch", this::hunch,
                "found", this::found,
                "research", this::research,
                "reflect", this::reflect);
    }

    private void assume(Cue cue) {
        Cast.Known contact = cue.contact();
        assumptions.make(
                cue.viewer(contact), named(cue), contact.id(), cue.phrase().needsText());
    }

    private void settled(Cue cue) {
        Cast.Known contact = cue.contact();
        UUID assumption = cue.cast().notes.get(cue.line(), cue.phrase().next("an assumption"));
        Settled how = cue.phrase().one(Settled.class);
        assumptions.settle(
                cue.viewer(contact), assumption, how, null, null, cue.phrase().text());
    }

    private void hunch(Cue cue) {
        Cast.Known contact = cue.contact();
        hunches.have(cue.viewer(contact), named(cue), contact.id(), cue.phrase().needsText());
    }

    private void found(Cue cue) {
        Cast.Known contact = cue.contact();
        UUID hunch = cue.cast().notes.get(cue.line(), cue.phrase().next("a hunch"));
        HunchSettled how = cue.phrase().one(HunchSettled.class);
        String turn = cue.phrase().isOver() ? null : cue.phrase().next("a turn");
        hunches.settle(cue.viewer(contact), hunch, how, turn == null ? null : cue.turnCalled(turn));
    }

    private void research(Cue cue) {
        Cast.Known contact = cue.contact();
        List<String> parts = cue.phrase().parts(2);
        research.note(cue.viewer(contact), Ids.next(), contact.id(), parts.get(0), parts.get(1));
    }

    private void reflect(Cue cue) {
        List<String> parts = cue.phrase().parts(2);
        reflections.write(cue.viewer(cue.thatTalk().lead()), cue.thatTalk().id(), parts.get(0), parts.get(1));
    }

    private static UUID named(Cue cue) {
        UUID id = Ids.next();
        String name = cue.phrase().after("as");
        return name == null ? id : cue.cast().notes.put(cue.line(), name, id);
    }
}
