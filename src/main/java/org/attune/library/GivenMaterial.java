package org.attune.library;

import org.jspecify.annotations.Nullable;

/**
 * What somebody was given, or is: one published version.
 *
 * @param newest whether none is newer
 */
public record GivenMaterial(
        MaterialVersionId id,
        MaterialId material,
        String title,
        String language,
        int number,
        String body,
        @Nullable String url,
        @Nullable FileView file,
        boolean newest) {

    public String path() {
        return "/library/materials/" + material.value() + "/versions/" + number;
    }
}
