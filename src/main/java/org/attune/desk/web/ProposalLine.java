package org.attune.desk.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposed turn as the page shows it.
 *
 * @param speaker whose words they are; nobody's where they look as if nobody had said them
 * @param said when, where the text tells
 * @param now it is at hand: open, and the keys are its
 * @param leftOut not taken, for it was not said or somebody left it out
 */
public record ProposalLine(
        UUID id,
        int position,
        String kind,
        @Nullable UUID speakerId,
        @Nullable String speaker,
        @Nullable String exactness,
        String words,
        @Nullable String said,
        boolean quoted,
        boolean confirmed,
        boolean leftOut,
        boolean now,
        int version) {

    /** As somebody put it, who is shown it again. */
    ProposalLine as(ProposalForm typed) {
        return new ProposalLine(
                id,
                position,
                typed.kind(),
                typed.speaker(),
                speaker,
                typed.how(),
                typed.words() == null ? words : typed.words(),
                said,
                quoted,
                confirmed,
                leftOut,
                now,
                typed.version());
    }

    public boolean ours() {
        return !kind.equals("heard");
    }

    public String look() {
        if (now) {
            return "now";
        }
        return confirmed ? "ok" : "todo";
    }
}
