package org.attune.sample;

import java.util.UUID;

/** Writes down how a conversation ended: the way on, what was promised, and a stop where there was one. */
final class ClosingWriter {

    private static final int STILL_OPEN = 60;

    private final House house;
    private final Sheets sheets;

    ClosingWriter(House house, Sheets sheets) {
        this.house = house;
        this.sheets = sheets;
    }

    void write(Talk talk, UUID conversation, String hat) {
        long at = talk.turns.get(talk.turns.size() - 1).at + 90;
        wayOn(talk, conversation, hat, at);
        if (talk.dice().chance(0.3)) {
            promise(talk, conversation, at);
        }
    }

    private void wayOn(Talk talk, UUID conversation, String hat, long at) {
        Person person = talk.person;
        Dice dice = talk.dice();
        boolean last = talk.number == person.talks.length - 1;
        boolean stops = last && person.path.endsIn(Path.PARTED);
        boolean later = last && person.path.endsIn(Path.NOT_NOW);
        String wish = stops ? dice.one("theirs", "theirs", "ours") : null;
        sheets.row("way_on")
                .id(dice.id(at))
                .id(person.id)
                .id(conversation)
                .text(stops ? "stop" : later ? "not_now" : hat.equals("sales") ? "keep_talking" : "keep_in_touch")
                .day(later ? person.path.lastUntil() : 0)
                .text(wish)
                .id(person.owner.id())
                .at(at)
                .none();
        if (stops) {
            sheets.row("contact_stop")
                    .id(dice.id(at))
                    .id(person.id)
                    .text(wish)
                    .none()
                    .id(conversation)
                    .id(person.owner.id())
                    .at(at);
        }
    }

    /** Promises of long ago are settled, but for a few. */
    private void promise(Talk talk, UUID conversation, long at) {
        Person person = talk.person;
        Dice dice = talk.dice();
        boolean ours = dice.chance(0.7);
        long due = at / House.DAY + dice.between(2, 30);
        long today = house.horizon / House.DAY;
        long settled = due + dice.between(-2, dice.chance(0.8) ? 0 : 15);
        boolean open = settled >= today || due > today - STILL_OPEN && dice.chance(0.1);
        boolean kept = dice.chance(0.92);
        UUID id = dice.id(at);
        if (dice.chance(0.12) && due * House.DAY - 2 * House.HOUR > at) {
            moved(talk, id, due - dice.between(1, 10), due, Math.max(at + 60, (due - 1) * House.DAY));
        }
        sheets.row("promise")
                .id(id)
                .id(person.id)
                .text(ours ? "us" : "them")
                .id(ours ? person.owner.id() : null)
                .text(person.market()
                        .phrases()
                        .say(ours ? "promise us" : "promise them", Phrases.About.anything(dice), dice))
                .day(due)
                .text(open ? "open" : kept ? "kept" : "broken")
                .yes(dice.chance(0.8))
                .id(conversation)
                .id(person.owner.id())
                .at(at)
                .whole(open ? 0 : 1)
                .id(person.owner.team().id());
        if (!open) {
            long noted = Math.max(at + House.HOUR, settled * House.DAY + 9 * House.HOUR);
            sheets.row("promise_outcome")
                    .id(dice.id(noted))
                    .id(id)
                    .text(kept ? "kept" : "broken")
                    .day(due)
                    .none()
                    .id(person.owner.id())
                    .at(noted);
        }
    }

    private void moved(Talk talk, UUID promise, long from, long to, long at) {
        if (at >= house.horizon) {
            return;
        }
        sheets.row("promise_outcome")
                .id(talk.dice().id(at))
                .id(promise)
                .text("moved")
                .day(from)
                .day(to)
                .id(talk.person.owner.id())
                .at(at);
    }
}
