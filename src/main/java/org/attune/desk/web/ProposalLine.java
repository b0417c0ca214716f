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
