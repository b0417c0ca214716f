package org.attune.library;

import java.util.Optional;
import java.util.UUID;

/** A published version of a material, or a story, as something that is used. */
public sealed interface LibraryItem permits MaterialVersionId, StoryId {

    UUID value();

    /** As forms send it. */
    default String code() {
        return (this instanceof StoryId ? "story:" : "material:") + value();
    }

    /** Nothing where it is none. */
    static Optional<LibraryItem> of(String code) {
        int colon = code.indexOf(':');
        try {
            UUID id = UUID.fromString(code.substring(colon + 1));
            return switch (code.substring(0, Math.max(0, colon))) {
                case "story" -> Optional.of(new StoryId(id));
                case "material" -> Optional.of(new MaterialVersionId(id));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
