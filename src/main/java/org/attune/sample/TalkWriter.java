package org.attune.sample;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down a conversation with its turns and what is noted at them. */
final class TalkWriter {

    private static final long WEEK = 7 * House.DAY;

    private final House house;
    private final Sheets sheets;
    private final TurnWriter turns;
    private final ClosingWriter closing;
    private final ThoughtWriter thoughts;

    TalkWriter(House house, Sheets sheets, Library library) {
        this.house = house;
        this.sheets = sheets;
        this.turns = new TurnWriter(house, sheets, library);
        this.closing = new ClosingWriter(house, sheets);
        this.thoughts = new ThoughtWriter(sheets);
    }

    void write(Talk talk) {
        Circumstances in = circumstances(talk);
        UUID id = in.id();
        conversation(talk, in);
        long begun = talk.person.talks[talk.number];
        sheets.row("participant").id(id).id(talk.person.id).at(begun);
        talk.others.forEach(other -> sheets.row("participant").id(id).id(other).at(begun));
        if (in.complete() && in.isClosed() && talk.dice().chance(0.3)) {
            goneThrough(talk, id);
        }
        talk.turns.forEach(said -> turns.write(talk, said, in));
        thread(talk);
        if (in.isClosed()) {
            closing.write(talk, id, in.hat());
            thoughts.write(talk, id);
        }
    }

    private Circumstances circumstances(Talk talk) {
        Dice dice = talk.dice();
        String hat = talk.story == null && dice.chance(0.6) ? "marketing" : "sales";
        String state = state(talk);
        String channel = talk.isLongest() ? "chat" : channel(dice);
        int changes = talk.turns.size() > 3 && dice.chance(0.04) ? talk.turns.size() / 2 + 1 : 0;
        String visibility = dice.chance(0.04) ? "private" : dice.chance(0.08) ? "all" : "team";
        return new Circumstances(
                talk.person.talkId(talk.number), hat, changes, channel, state, dice.chance(0.4), visibility);
    }

    private String state(Talk talk) {
        long begun = talk.person.talks[talk.number];
        double luck = talk.dice().unit();
        if (luck < 0.1 && begun > house.horizon - 5 * House.DAY) {
            return luck < 0.07 ? "open" : "resting";
        }
        return luck < 0.91
                ? "closed"
                : luck < 0.95 || begun > house.horizon - WEEK - House.DAY ? "broke_off" : "not_closed";
    }

    /** What we did is marked: took up what they had said, or pushed. */
    private void goneThrough(Talk talk, UUID id) {
        Dice dice = talk.dice();
        Said last = talk.turns.get(talk.turns.size() - 1);
        sheets.row("marks_gone_through").id(id).id(talk.person.owner.id()).at(last.at + 2 * House.HOUR);
        for (Said said : talk.turns) {
            if (said.kind.equals("responded") && dice.chance(0.35)) {
                said.mark("acknowledged");
            } else if (said.kind.equals("told") && dice.chance(0.15)) {
                said.mark("pushed");
            }
        }
    }

    private void conversation(Talk talk, Circumstances in) {
        Person person = talk.person;
        Dice dice = talk.dice();
        long begun = person.talks[talk.number];
        Said last = talk.turns.get(talk.turns.size() - 1);
        String state = in.state();
        boolean closed = in.isClosed();
        boolean asked = talk.turns.stream().anyMatch(said -> said.marks.contains("asked_for_offer"));
        long ended =
                closed || state.equals("broke_off") ? last.at + 60 : state.equals("not_closed") ? last.at + WEEK : 0;
        Sheet row = sheets.row("conversation")
                .id(in.id())
                .id(person.owner.id())
                .id(person.owner.team().id())
                .id(person.id);
        row.text(in.hat())
                .text(in.channel())
                .text(dice.chance(0.35) ? "they" : "we")
                .text(state);
        row.none().none().none();
        row.at(begun)
                .whole(Math.min(600, talk.turns.size() * 3 + dice.below(20)))
                .at(begun);
        row.text(!closed ? null : asked ? "asked_to_buy" : dice.chance(0.6) ? "continues" : "goodbye");
        row.text(in.complete() || !closed ? null : dice.one("they", "they", "even", "we"));
        row.yes(dice.chance(0.6)).yes(talk.story != null).text(in.visibility());
        row.yes(in.complete())
                .text(note(talk))
                .at(ended)
                .id(closed || state.equals("broke_off") ? person.owner.id() : null);
        counters(talk, row);
        row.at(last.at).at(last.at).whole(closed ? 1 : 0);
    }

    private static String channel(Dice dice) {
        return dice.one("call", "call", "call", "in_person", "in_person", "video", "email", "email", "chat", "letter");
    }

    private static void counters(Talk talk, Sheet row) {
        int heard = 0;
        int theirs = 0;
        int ours = 0;
        long lastHeard = 0;
        for (Said said : talk.turns) {
            if (said.isTheirs()) {
                heard++;
                theirs += said.wordCount();
                lastHeard = said.at;
            } else {
                ours += said.wordCount();
            }
        }
        row.whole(talk.turns.size())
                .whole(heard)
                .whole(talk.turns.size() - heard)
                .whole(theirs)
                .whole(ours)
                .at(lastHeard);
    }

    private static @Nullable String note(Talk talk) {
        Dice dice = talk.dice();
        return dice.chance(0.02)
                ? talk.person.market().phrases().say("note", Phrases.About.anything(dice), dice)
                : null;
    }

    private void thread(Talk talk) {
        Person person = talk.person;
        String what = person.threadAt(talk.number);
        if (what == null) {
            return;
        }
        Dice dice = talk.dice();
        Said said = talk.turn(person.firstHeard(talk.number));
        UUID by = person.owner.id();
        Phrases phrases = person.market().phrases();
        boolean letGo = what.equals("let go") && said.at + WEEK < house.horizon;
        sheets.row("open_thread")
                .id(dice.id(said.at))
                .id(said.id)
                .text(phrases.say("thread", Phrases.About.anything(dice), dice))
                .id(by)
                .at(said.at)
                .id(what.equals("picked") ? person.turnId(talk.number + 1, 1) : null)
                .at(letGo ? said.at + WEEK : 0)
                .id(letGo ? by : null)
                .text(letGo ? phrases.say("let go", Phrases.About.anything(dice), dice) : null);
    }
}
