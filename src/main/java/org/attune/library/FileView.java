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

    public boolean isMegabytes() {
        return size >= 1024 * 1024;
    }

    /** In whole megabytes, or else kilobytes; never none. */
    public long rounded() {
        long unit = isMegabytes() ? 1024 * 1024 : 1024;
        return Math.max(1, Math.round((double) size / unit));
    }

    /** As {@code library.kind.…} has words for it. */
    public String kind() {
        return FileKind.ofType(mediaType).map(FileKind::code).orElse("other");
    }
}
