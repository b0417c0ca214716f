package org.attune.sample;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.attune.sample.House.Colleague;
import org.attune.sample.House.Of;

/** Writes down what those who sell and whoever leads them note for each other. */
final class PairWriter {

    private static final int MONTHS = 24;

    private final House house;
    private final Sheets sheets;
    private final Map<UUID, UUID> lastTalks = new HashMap<>();

    PairWriter(House house, Sheets sheets) {
        this.house = house;
        this.sheets = sheets;
    }

    void talked(Talk talk) {
        lastTalks.put(talk.person.owner.id(), talk.person.talkId(talk.number));
    }

    void write() {
        house.sellers.forEach(this::pair);
    }

    private void pair(Colleague one) {
        UUID manager = one.team().manager();
        Dice dice = house.dice(Of.PAIR, one.id().getLeastSignificantBits(), -1);
        for (int month = MONTHS; month > 0; month--) {
            long at = house.horizon - month * 30L * House.DAY + dice.between(8, 16) * House.HOUR;
            sheets.row("one_to_one_look")
                    .id(dice.id(at))
                    .id(one.id())
                    .id(manager)
                    .at(at);
            if (dice.chance(0.6)) {
                note(one, manager, at + House.HOUR, dice);
            }
            if (dice.chance(0.2)) {
                step(one, manager, at + House.HOUR, dice);
            }
        }
        UUID talk = lastTalks.get(one.id());
        if (talk != null) {
            sheets.row("one_to_one_talk").id(one.id()).id(talk).at(house.horizon - House.HOUR);
        }
    }

    private void note(Colleague one, UUID manager, long at, Dice dice) {
        sheets.row("one_to_one_note")
                .id(dice.id(at))
                .id(one.id())
                .id(manager)
                .id(dice.chance(0.5) ? one.id() : manager)
                .text(say(one, "one to one", dice))
                .at(at);
    }

    private void step(Colleague one, UUID manager, long at, Dice dice) {
        long done = at + dice.between(10, 60) * House.DAY;
        boolean over = done < house.horizon;
        sheets.row("one_to_one_step")
                .id(dice.id(at))
                .id(one.id())
                .id(manager)
                .text(say(one, "step", dice))
                .day(at / House.DAY + 28)
                .id(manager)
                .at(at)
                .id(over ? one.id() : null)
                .at(over ? done : 0);
    }

    private static String say(Colleague one, String group, Dice dice) {
        return one.team().market().phrases().say(group, Phrases.About.anything(dice), dice);
    }
}
