package org.attune.sample;

import java.util.UUID;
import org.attune.sample.House.Colleague;

/** Writes down that somebody else was there before, and who told them. */
final class HandOverWriter {

    private static final double HANDED_OVER = 0.03;

    private final House house;
    private final Sheets sheets;

    HandOverWriter(House house, Sheets sheets) {
        this.house = house;
        this.sheets = sheets;
    }

    /** Before the first conversation, so that everything that was said was said to whoever is there now. */
    void write(Person person) {
        Dice dice = house.dice(House.Of.BESIDE, person.number);
        Colleague before = dice.chance(HANDED_OVER) ? house.beside(person.owner, dice) : null;
        if (before == null) {
            return;
        }
        long end = person.talks.length == 0 ? house.horizon - House.HOUR : person.talks[0];
        long at = person.created + 60 + (long) (dice.unit() * (end - person.created - 120));
        UUID by = person.owner.team().manager();
        UUID handOver = dice.id(at);
        sheets.row("hand_over")
                .id(handOver)
                .id(before.id())
                .id(person.owner.id())
                .id(person.id)
                .text(person.market().phrases().say("why handed over", Phrases.About.anything(dice), dice))
                .yes(false)
                .whole(1)
                .whole(0)
                .whole(0)
                .whole(0)
                .id(by)
                .at(at);
        UUID change = dice.id(at);
        sheets.row("contact_owner_change")
                .id(change)
                .id(person.id)
                .id(before.id())
                .id(person.owner.id())
                .id(by)
                .at(at)
                .id(handOver);
        long told = at + dice.between(1, 5) * House.DAY;
        if (dice.chance(0.6) && told < house.horizon) {
            sheets.row("told_of_owner")
                    .id(change)
                    .id(before.id())
                    .day(told / House.DAY)
                    .at(told);
        }
    }
}
