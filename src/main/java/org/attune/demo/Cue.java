package org.attune.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.attune.access.Viewer;
import org.attune.conversations.TurnId;
import org.jspecify.annotations.Nullable;

/**
 * Something to be played: a line of its own, one within a conversation, or what is noted about a turn.
 *
 * @param by who of us does it
 * @param turn the one it is noted about
 * @param excerpt the very words within it that matter
 * @param about the one whom it concerns, where it does not say
 */
record Cue(
        Line line,
        Phrase phrase,
        List<Line> body,
        Cast cast,
        @Nullable Viewer by,
        @Nullable Talk talk,
        @Nullable TurnId turn,
        @Nullable String excerpt,
        Cast.@Nullable Known about) {

    static Cue of(Block block, Cast cast) {
        return new Cue(
                block.head(), new Phrase(block.head(), block.rest()), block.body(), cast, null, null, null, null, null);
    }

    /** The one whom it is about: named, after {@code to}, or taken from where it stands. */
    Cast.Known contact() {
        String named = phrase.after("to");
        if (named != null) {
            return cast.contacts.get(line, named);
        }
        return about == null ? cast.contacts.get(line, phrase.next("a contact")) : about;
    }

    /** Who of us does it: named after {@code by}, or who logs the conversation, or who works with the contact. */
    Viewer viewer(Cast.Known concerned) {
        String named = phrase.after("by");
        if (named != null) {
            return cast.us.get(line, named);
        }
        return by == null ? concerned.owner() : by;
    }

    TurnId thatTurn() {
        if (turn == null) {
            throw line.problem("can only be noted about a turn");
        }
        return turn;
    }

    Talk thatTalk() {
        if (talk == null) {
            throw line.problem("belongs into a conversation");
        }
        return talk;
    }

    TurnId turnCalled(String which) {
        return talk == null ? cast.turns.get(line, which) : talk.turn(line, which, cast);
    }

    @Nullable
    LocalDate dayAfter(String word) {
        String day = phrase.after(word);
        return day == null ? null : day(day);
    }

    LocalDate needsDayAfter(String word) {
        LocalDate day = dayAfter(word);
        if (day == null) {
            throw line.problem("expected " + word + " and a day");
        }
        return day;
    }

    LocalDate day(String word) {
        if (!Days.isDay(word)) {
            throw line.problem(word + " is no day");
        }
        return cast.days().day(word);
    }

    LocalTime time() {
        String time = phrase.next("a time");
        if (!time.matches("\\d\\d:\\d\\d")) {
            throw line.problem(time + " is no time");
        }
        return LocalTime.parse(time);
    }
}
