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

    /** As it is written in the database; nothing where it was taken. */
    public @Nullable String word() {
        return obstacle == null ? null : obstacle.word();
    }

    /** Whether another attempt is of no use. */
    public boolean isHopeless() {
        return obstacle != null && obstacle.isHopeless();
    }
}
