package org.attune.sample;

import java.util.HexFormat;
import java.util.UUID;

/** Writes down whom we asked whether they felt heard, and what they answered. */
final class AskedWriter {

    private static final int WEEKS = 12;
    private static final int OPEN = 21;
    private static final long APART = (WEEKS * 7L + 60) * House.DAY;

    private final House house;
    private final Sheets sheets;

    AskedWriter(House house, Sheets sheets) {
        this.house = house;
        this.sheets = sheets;
    }

    /** One in twenty, and those with whom we speak often more than once. */
    void write(Person person, Dice dice) {
        int talks = person.talks.length;
        if (talks < 2 || !dice.chance(talks < 5 ? 0.05 : 0.25)) {
            return;
        }
        long next = 0;
        for (int talk = dice.below(talks); talk < talks; talk++) {
            long at = person.talks[talk] + House.DAY;
            if (at >= next && at + 10 * House.DAY < house.horizon && dice.chance(0.6)) {
                ask(person, at, dice);
                next = at + APART;
            }
        }
    }

    private void ask(Person person, long at, Dice dice) {
        UUID link = dice.id(at);
        boolean answers = dice.chance(0.45);
        long answered = answers ? at + dice.between(1, 9) * House.DAY + dice.below(9) * House.HOUR : 0;
        sheets.row("outside_link")
                .id(link)
                .text("pulse")
                .id(person.id)
                .id(person.id)
                .id(person.owner.id())
                .at(at)
                .at(at + OPEN * House.DAY)
                .at(answered);
        sheets.row("outside_secret").id(link).text(HexFormat.of().formatHex(dice.bytes(32)));
        Sheet row = sheets.row("pulse")
                .id(link)
                .id(person.id)
                .id(person.owner.team().id())
                .id(person.owner.id())
                .day(at / House.DAY)
                .at(at)
                .whole(WEEKS)
                .whole(OPEN);
        for (int question = 0; question < 3; question++) {
            row.wholeOrNone(answers ? 4 - dice.skewed(4) : null);
        }
        row.text(
                        answers && dice.chance(0.3)
                                ? person.market().phrases().say("touch reaction", Phrases.About.anything(dice), dice)
                                : null)
                .at(answered);
    }
}
