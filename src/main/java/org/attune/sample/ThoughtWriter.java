package org.attune.sample;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down what we made of it for ourselves: before a conversation, and after. */
final class ThoughtWriter {

    private final Sheets sheets;

    ThoughtWriter(Sheets sheets) {
        this.sheets = sheets;
    }

    void write(Talk talk, UUID conversation) {
        Dice dice = talk.dice();
        long begun = talk.person.talks[talk.number];
        long ended = talk.turns.get(talk.turns.size() - 1).at + 300;
        if (dice.chance(0.06)) {
            sheets.row("reflection")
                    .id(conversation)
                    .id(talk.person.owner.id())
                    .text(say(talk, "reflection them"))
                    .text(dice.chance(0.6) ? say(talk, "reflection me") : null)
                    .at(ended);
        }
        if (dice.chance(0.04)) {
            assumed(talk, conversation, begun - House.HOUR, ended);
        }
        if (dice.chance(0.02)) {
            suspected(talk, begun - House.HOUR, ended);
        }
        if (dice.chance(0.03)) {
            sheets.row("research_note")
                    .id(dice.id(begun - House.HOUR))
                    .id(talk.person.id)
                    .text(say(talk, "research"))
                    .text(say(talk, "source"))
                    .id(talk.person.owner.id())
                    .at(begun - House.HOUR);
        }
    }

    private void assumed(Talk talk, UUID conversation, long at, long ended) {
        Dice dice = talk.dice();
        @Nullable String settled = dice.chance(0.75) ? dice.one("confirmed", "corrected", "untested") : null;
        sheets.row("assumption")
                .id(dice.id(at))
                .id(talk.person.id)
                .text(say(talk, "assumption"))
                .id(talk.person.owner.id())
                .at(at)
                .text(settled)
                .at(settled == null ? 0 : ended)
                .id(settled == null ? null : conversation)
                .text("corrected".equals(settled) ? say(talk, "correction") : null);
    }

    private void suspected(Talk talk, long at, long ended) {
        Dice dice = talk.dice();
        @Nullable String settled = dice.chance(0.6) ? dice.one("they_found_it", "we_proposed_it", "wrong") : null;
        boolean theirs = "they_found_it".equals(settled) && !talk.person.isMonologue(talk.number);
        sheets.row("hunch")
                .id(dice.id(at))
                .id(talk.person.id)
                .text(say(talk, "hunch"))
                .id(talk.person.owner.id())
                .at(at)
                .text(settled)
                .at(settled == null ? 0 : ended)
                .id(theirs ? talk.turn(talk.person.firstHeard(talk.number)).id : null);
    }

    private static String say(Talk talk, String what) {
        return talk.person.market().phrases().say(what, Phrases.About.anything(talk.dice()), talk.dice());
    }
}
