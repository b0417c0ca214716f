package org.attune.mail;

import org.jspecify.annotations.Nullable;

/**
 * What the mail server said to a letter.
 *
 * @param obstacle why it was not taken; none where it was
 */
public record Handed(@Nullable Obstacle obstacle, @Nullable Integer replyCode) {

    public static final Handed TAKEN = new Handed(null, null);

    public boolean isTaken() {
        return obstacle == null;
    }

    /** Whether another attempt is of no use. */
    public boolean isHopeless() {
        return obstacle != null && obstacle.isHopeless();
    }
}
