package org.attune.desk.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A turn as the dialogue shows it, with every word and link finished.
 *
 * @param day on which it was said, where what stands around it was said on several
 * @param newHat the hat it is under, where the turn before was under the other
 * @param salesHat they asked for an offer while the conversation is under the marketing hat: where the other one is put on
 * @param worthFollowing it may be worth following up, and nobody has said yet whether it is
 * @param again it stands on the page already and replaces itself, out of band
 * @param open the conversation goes on, so that proposed answers can still be taken away
 * @param answers responded: what it answers; heard: the questions it is taken to answer
 * @param uses responded: what of the library it used
 * @param actionable something can be marked, reworded or corrected here
 */
public record TurnLine(
        UUID id,
        int seq,
        String kind,
        @Nullable String speaker,
        @Nullable UUID speakerId,
        String time,
        @Nullable String day,
        @Nullable String newHat,
        @Nullable String salesHat,
        @Nullable String exactness,
        String words,
        List<Segment> segments,
        @Nullable String understanding,
        List<Correction> corrections,
        List<Chip> chips,
        List<MarkSwitch> marks,
        List<Ref> answeredIn,
        @Nullable Ref follows,
        List<Ref> answers,
        List<AlikeLine> alike,
        List<Chip> uses,
        boolean editable,
        boolean actionable,
        boolean open,
        boolean worthFollowing,
        boolean again) {

    /** An earlier response to others that nearly says the same. */
    public record AlikeLine(String says, String words, String href) {}

    /** A piece of the words; marked where it became evidence. */
    public record Segment(String words, boolean marked) {}

    /** Another turn that is referred to; on this page, or on that of its own conversation. */
    public record Ref(UUID id, int seq, String label, String href, boolean removable) {}

    public record Chip(
            String text, String look, String icon, @Nullable String href) {}

    /** A mark that one key sets or takes away, while the turn has the focus. */
    public record MarkSwitch(String kind, String icon, String key, boolean on) {}

    public record Correction(String by, String on, String words) {}

    public boolean theirs() {
        return kind.equals("heard");
    }

    /** Whether somebody said just that; what is in essence or was done has no quotation marks. */
    public boolean quoted() {
        return "word_for_word".equals(exactness) || "from_memory".equals(exactness);
    }

    TurnLine replacingItself() {
        return new TurnLine(
                id,
                seq,
                kind,
                speaker,
                speakerId,
                time,
                day,
                newHat,
                salesHat,
                exactness,
                words,
                segments,
                understanding,
                corrections,
                chips,
                marks,
                answeredIn,
                follows,
                answers,
                alike,
                uses,
                editable,
                actionable,
                open,
                worthFollowing,
                true);
    }
}
