package org.attune.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down a conversation with its turns and what is noted at them. */
final class TalkWriter {

    private static final int SALT = 16;
    private static final double HAS_THEME = 0.08;
    private static final long WEEK = 7 * House.DAY;

    private final House house;
    private final Sheets sheets;
    private final ClosingWriter closing;
    private final MessageDigest sha256;

    TalkWriter(House house, Sheets sheets) {
        this.house = house;
        this.sheets = sheets;
        this.closing = new ClosingWriter(house, sheets);
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    void write(Talk talk) {
        Person person = talk.person;
        UUID id = person.talkId(talk.number);
        String hat = talk.story == null && talk.dice().chance(0.6) ? "marketing" : "sales";
        String state = state(talk);
        conversation(talk, id, hat, state);
        sheets.row("participant").id(id).id(person.id).at(person.talks[talk.number]);
        talk.turns.forEach(said -> turn(talk, said, id, hat));
        thread(talk);
        if (state.equals("closed")) {
            closing.write(talk, id, hat);
        }
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

    private void conversation(Talk talk, UUID id, String hat, String state) {
        Person person = talk.person;
        Dice dice = talk.dice();
        long begun = person.talks[talk.number];
        Said last = talk.turns.get(talk.turns.size() - 1);
        boolean complete = dice.chance(0.4);
        boolean closed = state.equals("closed");
        boolean asked = last.marks.contains("asked_for_offer");
        long ended =
                closed || state.equals("broke_off") ? last.at + 60 : state.equals("not_closed") ? last.at + WEEK : 0;
        Sheet row = sheets.row("conversation")
                .id(id)
                .id(person.owner.id())
                .id(person.owner.team().id())
                .id(person.id);
        row.text(hat)
                .text(channel(dice))
                .text(dice.chance(0.35) ? "they" : "we")
                .text(state);
        row.none().none().none();
        row.at(begun).whole(Math.max(3, talk.turns.size() * 3 + dice.below(20))).at(begun);
        row.text(!closed ? null : asked ? "asked_to_buy" : dice.chance(0.6) ? "continues" : "goodbye");
        row.text(complete || !closed ? null : dice.one("they", "they", "even", "we"));
        row.yes(dice.chance(0.6))
                .yes(talk.story != null)
                .text(dice.chance(0.04) ? "private" : dice.chance(0.08) ? "all" : "team");
        row.yes(complete).none().at(ended).id(closed || state.equals("broke_off") ? person.owner.id() : null);
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

    private void turn(Talk talk, Said said, UUID conversation, String hat) {
        UUID by = talk.person.owner.id();
        Dice dice = talk.dice();
        byte[] salt = dice.bytes(SALT);
        sha256.update(salt);
        byte[] seal = sha256.digest(said.words.getBytes(StandardCharsets.UTF_8));
        String exactness =
                said.isTheirs() ? dice.one("word_for_word", "word_for_word", "from_memory", "in_essence") : null;
        sheets.row("turn")
                .id(said.id)
                .id(conversation)
                .whole(said.seq)
                .text(said.kind)
                .id(said.isTheirs() ? talk.person.id : null)
                .text(hat)
                .text(said.words)
                .raw(salt)
                .raw(seal)
                .whole(said.wordCount())
                .text(exactness)
                .text(understanding(talk, said))
                .at(said.at)
                .at(said.at)
                .id(by)
                .id(said.follows);
        around(said, by);
        if (said.isTheirs() && dice.chance(HAS_THEME)) {
            sheets.row("turn_theme")
                    .id(said.id)
                    .id(house.themes.get(dice.skewed(house.themes.size())))
                    .id(by)
                    .at(said.at);
        }
        if (said.evidence) {
            sheets.row("evidence").id(said.id).raw(seal).text(said.kind).text(exactness);
        }
    }

    private static @Nullable String understanding(Talk talk, Said said) {
        return said.isTheirs() && talk.dice().chance(0.03)
                ? talk.person.market().phrases().say("understanding", Phrases.About.anything(talk.dice()), talk.dice())
                : null;
    }

    private void around(Said said, UUID by) {
        if (said.answers != null) {
            sheets.row("answer").id(said.answers).id(said.id).none().at(said.at);
        }
        if (said.repliesTo != null) {
            sheets.row("reply").id(said.id).id(said.repliesTo);
        }
        said.marks.forEach(mark -> sheets.row("turn_mark")
                .id(said.id)
                .text(mark)
                .text(said.kind)
                .id(by)
                .at(said.at));
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
