package org.attune.nurture;

import java.util.UUID;
import org.attune.conversations.TurnId;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * What a touch was about, beside its words.
 *
 * @param material the version of a material that was given
 * @param story the story that was told
 * @param introduced whom they were brought together with
 * @param askedTurn where they asked for it
 * @param together the same for all that were noted in one go
 */
public record Given(
        @Nullable UUID material,
        @Nullable UUID story,
        @Nullable ContactId introduced,
        @Nullable TurnId askedTurn,
        @Nullable UUID together) {

    public static final Given NOTHING = new Given(null, null, null, null, null);

    public static Given material(UUID version) {
        return new Given(version, null, null, null, null);
    }

    public static Given introduction(ContactId to) {
        return new Given(null, null, to, null, null);
    }

    public Given askedFor(@Nullable TurnId turn) {
        return new Given(material, story, introduced, turn, together);
    }

    /** As far as it belongs to a touch of this kind. */
    Given of(TouchKind kind) {
        return new Given(
                kind == TouchKind.MATERIAL ? material : null,
                kind == TouchKind.STORY ? story : null,
                kind == TouchKind.INTRODUCTION ? introduced : null,
                askedTurn,
                together);
    }
}
