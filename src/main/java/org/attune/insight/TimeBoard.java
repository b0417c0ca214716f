package org.attune.insight;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The time spent together, what it built, with whom it was, and whom nobody tends.
 *
 * @param now each conversation once, however many people took part
 * @param steps how it went over the period
 * @param relationships those with whom most time was spent
 * @param people with how many people there was a conversation at all
 * @param neglected those nobody tended for longest, as it is today
 * @param neglectedInAll how many there are
 */
public record TimeBoard(
        Together now,
        Together before,
        List<Kind> hats,
        List<Kind> channels,
        List<Step> steps,
        List<Relationship> relationships,
        long people,
        List<Neglected> neglected,
        long neglectedInAll) {

    public TimeBoard {
        hats = List.copyOf(hats);
        channels = List.copyOf(channels);
        steps = List.copyOf(steps);
        relationships = List.copyOf(relationships);
        neglected = List.copyOf(neglected);
    }

    /** Whether there is nothing to show, neither in the period nor before. */
    public boolean isEmpty() {
        return now.conversations() + before.conversations() + neglectedInAll == 0;
    }

    /**
     * Conversations, and what came of those that were closed.
     *
     * @param minutes of those whose minutes are known
     * @param unknown how many of them nobody wrote the minutes of
     * @param withBuyers minutes with somebody who signed something in the twelve months up to the end of the period
     * @param weTalkedMore how many of those that did neither
     */
    public record Together(
            long conversations,
            long minutes,
            long unknown,
            long withBuyers,
            long closed,
            long built,
            long moved,
            long both,
            long neither,
            long weTalkedMore) {

        static final Together NONE = new Together(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        /** The same conversations with a share of their minutes. */
        Together within(long share, long shareWithBuyers) {
            return new Together(
                    conversations, share, unknown, shareWithBuyers, closed, built, moved, both, neither, weTalkedMore);
        }

        /** Their minutes alone. */
        Together uncounted() {
            return new Together(0, minutes, 0, withBuyers, 0, 0, 0, 0, 0, 0);
        }

        public long withOthers() {
            return minutes - withBuyers;
        }

        public Spent time() {
            return new Spent(minutes);
        }

        public Spent timeWithBuyers() {
            return new Spent(withBuyers);
        }

        public Spent timeWithOthers() {
            return new Spent(withOthers());
        }

        /** How many in a hundred of those that were closed; how long a bar is. */
        public long ofHundred(long some) {
            return closed == 0 ? 0 : Math.round(100.0 * some / closed);
        }

        /** Those that are still open, rest, broke off or were never closed: nobody said what they did. */
        public long unfinished() {
            return conversations - closed;
        }

        /** Minutes are known of at least one. */
        public boolean timed() {
            return conversations > unknown || minutes > 0;
        }

        Together and(Together more) {
            return new Together(
                    conversations + more.conversations,
                    minutes + more.minutes,
                    unknown + more.unknown,
                    withBuyers + more.withBuyers,
                    closed + more.closed,
                    built + more.built,
                    moved + more.moved,
                    both + more.both,
                    neither + more.neither,
                    weTalkedMore + more.weTalkedMore);
        }
    }

    /** One week or month. */
    public record Step(LocalDate from, LocalDate until, Together sales, Together marketing) {}

    /** Minutes as hours and the rest. */
    public record Spent(long minutes) {

        public long hours() {
            return minutes / 60;
        }

        public long rest() {
            return minutes % 60;
        }
    }

    /**
     * Those under one hat, or on one channel.
     *
     * @param word of the hat or the channel, as in an address
     */
    public record Kind(String word, Together together) {

        /** How many in a hundred of all minutes; how long a bar is. */
        public long ofHundred(Together all) {
            return all.minutes() == 0 ? 0 : Math.round(100.0 * together.minutes() / all.minutes());
        }
    }

    /**
     * What was said in common with one person. A conversation with several counts for each of them as long as it took.
     *
     * @param name none where the viewer does not see them
     * @param minutes none where no minutes are known
     * @param marketing how many of them were under the marketing hat
     * @param signed what they signed in twelve months, one amount per currency, each for the first year
     */
    public record Relationship(
            UUID contact,
            @Nullable String name,
            long conversations,
            @Nullable Long minutes,
            long marketing,
            long unknown,
            List<Signed> signed) {

        public Relationship {
            signed = List.copyOf(signed);
        }

        public Spent underMarketing() {
            return new Spent(marketing);
        }

        public @Nullable Spent time() {
            return minutes == null ? null : new Spent(minutes);
        }
    }

    public record Signed(BigDecimal amount, String currency) {}

    /**
     * Somebody nobody tends.
     *
     * @param why quiet or nobody_there
     * @param since the day of the last conversation, or on which they were added
     */
    public record Neglected(UUID contact, @Nullable String name, String why, LocalDate since) {}
}
