package org.attune.nurture;

import java.util.List;
import java.util.UUID;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * Notes the same kind of touch for a hand-picked few, to each in words of their own.
 *
 * @param id made beforehand; what they have in common
 * @param material the version of a material all of them were given
 * @param sameAnyway whether it is meant that more than a few get much the same
 */
public record NoteTogether(
        UUID id, TouchKind kind, @Nullable UUID material, List<ToOne> each, boolean sameAnyway) {

    /** The most that are written to in one go. */
    public static final int MOST = 12;

    public NoteTogether {
        each = List.copyOf(each);
    }

    /** Those who are written to. */
    List<ToOne> meant() {
        return each.stream().filter(one -> !one.leftOut()).toList();
    }

    /**
     * @param touch made beforehand
     * @param leftOut picked, and then left out after all
     */
    public record ToOne(UUID touch, ContactId contact, String words, boolean leftOut) {

        public ToOne(UUID touch, ContactId contact, String words) {
            this(touch, contact, words, false);
        }
    }
}
