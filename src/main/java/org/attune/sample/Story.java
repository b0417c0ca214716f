package org.attune.sample;

import java.math.BigDecimal;
import java.util.UUID;
import org.attune.sample.House.Of;
import org.jspecify.annotations.Nullable;

/**
 * One need and what becomes of it. It is told in one conversation or in two that follow each other, and everything that is
 * evidence later stands at a place known beforehand.
 */
final class Story {

    /** How far it goes. */
    enum Reach {
        HEARD,
        EXPLORED,
        CONFIRMED,
        AGREED,
        DRAFTED,
        SENT,
        YES,
        NO,
        NOT_NOW;

        boolean atLeast(Reach other) {
            return compareTo(other) >= 0;
        }

        boolean isDecided() {
            return atLeast(YES);
        }
    }

    final Person person;
    final int number;

    /** The conversation it begins in. */
    final int talk;

    final boolean problem;
    final Reach reach;
    final Phrases.About about;
    final BigDecimal cost;
    final boolean pulled;

    /** When it was solved or given up; 0: it was not. */
    final long ended;

    final @Nullable String end;
    final UUID need;
    final UUID offer;
    private final Dice dice;

    Story(Person person, int number, int talk) {
        this.person = person;
        this.number = number;
        this.talk = talk;
        this.dice = person.house.dice(Of.STORY, person.number, number);
        this.need = dice.id(at(1));
        this.offer = dice.id(at(1) + 1);
        this.problem = dice.chance(0.88);
        int thousands = (int) Math.round(Math.exp(2 + 2.2 * dice.unit()));
        this.cost = BigDecimal.valueOf(thousands * 1000L);
        this.about = new Phrases.About(
                dice.below(1000), thousands + " 000 " + person.market().currency, 10 * dice.between(3, 9));
        this.pulled = dice.chance(0.7);
        this.reach = reach();
        this.end = end();
        this.ended = end == null ? 0 : endsAt();
    }

    private Reach reach() {
        double luck = dice.unit();
        Reach wish = luck < 0.10
                ? Reach.HEARD
                : luck < 0.25
                        ? Reach.EXPLORED
                        : luck < 0.40
                                ? Reach.CONFIRMED
                                : luck < 0.52
                                        ? Reach.AGREED
                                        : luck < 0.54
                                                ? Reach.DRAFTED
                                                : luck < 0.78 ? Reach.YES : luck < 0.93 ? Reach.NO : Reach.NOT_NOW;
        if (!problem || talk + 1 >= person.talks.length) {
            return wish.atLeast(Reach.EXPLORED) ? Reach.EXPLORED : wish;
        }
        if (!wish.atLeast(Reach.DRAFTED) || recordedAt() + House.DAY >= person.house.horizon) {
            return wish.atLeast(Reach.AGREED) ? Reach.AGREED : wish;
        }
        return wish.isDecided() && decidedAt() >= person.house.horizon ? Reach.SENT : wish;
    }

    private @Nullable String end() {
        double luck = dice.unit();
        return switch (reach) {
            case YES -> luck < 0.7 ? "solved" : null;
            case NO -> luck < 0.6 ? "not_a_fit" : null;
            case HEARD, EXPLORED, CONFIRMED, AGREED -> luck < 0.12 ? "dropped" : luck < 0.3 ? "not_a_fit" : null;
            default -> null;
        };
    }

    private long endsAt() {
        long from = reach.isDecided() ? decidedAt() : at(talksItTakes()) + House.HOUR;
        long at = from + dice.between(20, 300) * House.DAY;
        return at < person.house.horizon ? at : 0;
    }

    boolean isEnded() {
        return ended > 0;
    }

    int talksItTakes() {
        return reach.atLeast(Reach.CONFIRMED) ? 2 : 1;
    }

    /** When its first or second conversation begins. */
    private long at(int part) {
        return person.talks[Math.min(person.talks.length - 1, talk + part - 1)];
    }

    /** After what they said in the second conversation. */
    long recordedAt() {
        return at(2) + 3 * House.HOUR;
    }

    long sentAt() {
        return recordedAt() + House.HOUR;
    }

    long decidedAt() {
        return sentAt() + (4 + Math.floorMod(offer.getLeastSignificantBits(), 33)) * House.DAY;
    }

    String state() {
        return isEnded()
                ? String.valueOf(end)
                : reach == Reach.HEARD ? "heard" : reach == Reach.EXPLORED ? "explored" : "confirmed";
    }

    // Where everything stands; the first conversation of it may begin with what was left from the one before.

    UUID states() {
        return turn(1, 0);
    }

    UUID question() {
        return turn(1, 1);
    }

    UUID answer() {
        return turn(1, 2);
    }

    UUID response() {
        return turn(1, 3);
    }

    UUID reaction() {
        return turn(1, 4);
    }

    UUID playback() {
        return turn(2, 0);
    }

    UUID confirmed() {
        return turn(2, 1);
    }

    UUID costSaid() {
        return turn(2, 3);
    }

    UUID partSaid() {
        return turn(2, 5);
    }

    UUID contributed() {
        return turn(2, 6);
    }

    UUID agreed() {
        return turn(2, 8);
    }

    UUID confirmation() {
        return id(1, at(2));
    }

    UUID costId() {
        return id(2, at(2));
    }

    UUID solution() {
        return id(3, at(2));
    }

    UUID decision() {
        return id(4, decidedAt());
    }

    Dice dice(int of) {
        return person.house.dice(Of.STORY, person.number, number, of);
    }

    long turnAt(int part, int place) {
        return person.saidAt(talk + part - 1, first(part) + place);
    }

    /** Where in the conversation its script begins. */
    int first(int part) {
        return person.picksUp(talk + part - 1) ? 3 : 1;
    }

    private UUID turn(int part, int place) {
        return person.turnId(talk + part - 1, first(part) + place);
    }

    private UUID id(int of, long second) {
        return dice(of).id(second);
    }
}
