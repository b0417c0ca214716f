package org.attune.sample;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.sample.House.Of;

/** Writes down what customers said and was put to those who decide, what they answered, and who was told. */
final class VoiceWriter {

    private static final int MOST = 400;
    private static final int LEAST = 20;
    private static final double THEMED_OF_ONE = 0.38;
    private static final int RESTS_ON = 6;

    private record Heard(UUID turn, Person from) {}

    private final House house;
    private final Sheets sheets;
    private final double isPut;
    private final Map<Dice.Path, Deque<Heard>> lately = new HashMap<>();

    VoiceWriter(House house, Sheets sheets) {
        this.house = house;
        this.sheets = sheets;
        double many = Math.max(LEAST, Math.min(MOST, house.contacts / 50));
        this.isPut = Math.min(1, many / (THEMED_OF_ONE * house.contacts));
    }

    /** Something with a theme was heard, and may be read by the team. */
    void heard(Talk talk, Said said, int theme) {
        Person person = talk.person;
        if (!person.id.equals(said.speaker)) {
            return;
        }
        Deque<Heard> same =
                lately.computeIfAbsent(new Dice.Path(person.owner.team().number(), theme), key -> new ArrayDeque<>());
        same.addFirst(new Heard(said.id, person));
        if (same.size() > RESTS_ON) {
            same.removeLast();
        }
        Dice dice = house.dice(Of.VOICE, said.id.getLeastSignificantBits());
        long at = said.at + dice.between(1, 5) * House.DAY;
        if (dice.chance(isPut) && at < house.horizon) {
            put(List.copyOf(same), person, theme, at, dice);
        }
    }

    private void put(List<Heard> turns, Person by, int theme, long at, Dice dice) {
        UUID id = dice.id(at);
        int audience = dice.below(Staff.AUDIENCES.size());
        sheets.row("statement")
                .id(id)
                .text(Staff.AUDIENCES.get(audience))
                .text(by.market().phrases().say("put statement", Phrases.About.anything(dice), dice))
                .id(house.themes.get(theme))
                .id(by.owner.id())
                .at(at)
                .whole(0);
        turns.forEach(heard -> sheets.row("statement_turn").id(id).id(heard.turn()));
        long answered = at + dice.between(3, 60) * House.DAY;
        if (dice.chance(0.75) && answered < house.horizon) {
            UUID answer = answer(id, house.decider(audience), by, answered, dice);
            told(turns, answer, answered, dice);
        }
    }

    private UUID answer(UUID statement, UUID decider, Person by, long at, Dice dice) {
        UUID id = dice.id(at);
        String decision = dice.one("will", "will", "not_now", "no");
        sheets.row("statement_answer")
                .id(id)
                .id(statement)
                .whole(1)
                .text(decision)
                .text(by.market()
                        .phrases()
                        .say("answer " + decision.replace('_', ' '), Phrases.About.anything(dice), dice))
                .day(decision.equals("will") ? at / House.DAY + dice.between(20, 200) : 0)
                .id(decider)
                .at(at);
        return id;
    }

    /** Those with whom somebody spoke afterwards were told then, most of them. */
    private void told(List<Heard> turns, UUID answer, long from, Dice dice) {
        List<UUID> done = new ArrayList<>();
        for (Heard heard : turns) {
            Person person = heard.from();
            int talk = person.firstTalkAfter(from);
            if (talk >= 0 && !done.contains(person.id) && dice.chance(0.7)) {
                done.add(person.id);
                sheets.row("statement_telling")
                        .id(dice.id(person.talks[talk]))
                        .id(answer)
                        .id(person.id)
                        .id(person.talkId(talk))
                        .id(person.owner.id())
                        .at(person.talks[talk]);
            }
        }
    }
}
