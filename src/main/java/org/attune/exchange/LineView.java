package org.attune.exchange;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line of a file, or would.
 *
 * @param reason why it was not taken, or what of it was left out
 * @param contact who it is now, where the viewer sees them
 * @param owner whose they became, or would, where that is somebody else
 */
public record LineView(
        int line,
        LineResult result,
        @Nullable String name,
        @Nullable String reason,
        @Nullable UUID contact,
        @Nullable String owner) {

    public String look() {
        return switch (result) {
            case TAKEN -> reason == null ? "good" : "warn";
            case UNCHANGED -> "calm";
            case REFUSED -> "bad";
        };
    }
}
