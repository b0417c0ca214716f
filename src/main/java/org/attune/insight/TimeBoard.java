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
        List<Relationship> relationships,
        long people,
        List<Neglected> neglected,
        long neglectedInAll) {

    public TimeBoard {
        hats = List.copyOf(hats);
        channels = List.copyOf(channels);
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

        public long withOthers() {
            return minutes - withBuyers;
        }

        /** Those that are still open, rest, broke off or were never closed: nobody said what they did. */
        public long unfinished() {
            return conversations - closed;
        }

        /** Minutes are known of at least one. */
        public boolean timed() {
            return conversations > unknown;
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

    /**
     * Those under one hat, or on one channel.
     *
     * @param word of the hat or the channel, as in an address
     */
    public record Kind(String word, Together together) {}

    /**
     * What was said in common with one person. A conversation with several counts for each of them as long as it took.
     *
     * @param name none where the viewer does not see them
     * @param minutes none where no minutes are known
     * @param signed what they signed in twelve months, one amount per currency, each for the first year
     */
    public record Relationship(
            UUID contact,
            @Nullable String name,
            long conversations,
            @Nullable Long minutes,
            long unknown,
            List<Signed> signed) {

        public Relationship {
            signed = List.copyOf(signed);
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
