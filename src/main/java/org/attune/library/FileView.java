package org.attune.library;

import java.util.UUID;

/**
 * A file as pages name it.
 *
 * @param size in bytes
 */
public record FileView(UUID id, String name, String mediaType, long size) {

    public String path() {
        return "/library/files/" + id;
    }

    /** As {@code library.kind.…} has words for it. */
    public String kind() {
        return FileKind.ofType(mediaType).map(FileKind::code).orElse("other");
    }
}
