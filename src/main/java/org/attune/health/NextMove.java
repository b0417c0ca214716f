package org.attune.health;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that would help a relationship, as facts from which a page makes a sentence; never a script to read out.
 *
 * @param words what it is about: what they said, what was promised, or who is to be met; none where that may not be read
 * @param how how a page shows what they said: {@code VERBATIM}, {@code ESSENCE} or {@code DID}; none where nobody said it
 * @param day the day of what it follows from
 * @param link where that is, without the context path; none where it may not be opened
 */
public record NextMove(
        Kind kind,
        @Nullable String words,
        @Nullable String how,
        @Nullable LocalDate day,
        @Nullable String link) {

    /** In the order that decides where nothing else does. */
    public enum Kind {
        /** They are not to hear from us, until they come to us themselves. */
        LEAVE_ALONE("hand-stop"),
        /** They asked to be left in peace until a day. */
        LEAVE_IN_PEACE("zzz"),
        /** Something of ours is late. */
        KEEP_PROMISE("calendar-event"),
        /** A question of theirs was not answered. */
        ANSWER("message-2"),
        /** Something they said was not picked up. */
        PICK_UP("corner-down-right"),
        /** The last time we talked more: let them. */
        LISTEN("ear"),
        /** It is time to hear from them, and nothing is planned. */
        HEAR("hourglass"),
        /** Somebody a need concerns was not met yet. */
        MEET("user-plus"),
        /** Something of theirs is late. */
        ASK_KINDLY("calendar-event"),
        /** Nothing follows: leave it alone. */
        NOTHING("check");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }

        /** The end of the keys of its words. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public String icon() {
            return icon;
        }
    }

    static NextMove until(LocalDate day) {
        return new NextMove(Kind.LEAVE_IN_PEACE, null, null, day, null);
    }

    static NextMove stopped() {
        return new NextMove(Kind.LEAVE_ALONE, null, null, null, null);
    }

    static NextMove nothing() {
        return new NextMove(Kind.NOTHING, null, null, null, null);
    }

    /** Whether these are words of theirs. */
    public boolean isQuote() {
        return words != null && how != null;
    }
}
