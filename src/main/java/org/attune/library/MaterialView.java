package org.attune.library;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A material with its newest version.
 *
 * @param by who began it
 * @param newest the newest that was published; none before the first
 * @param draft the one being written, for those who may see it
 * @param drafting the name of who is writing the next version, where somebody is
 * @param versions all that were published, the newest first
 * @param tended whether the viewer may say what it is for, and retire it
 */
public record MaterialView(
        MaterialId id,
        MaterialDetails details,
        String by,
        Instant writtenAt,
        @Nullable Instant retiredAt,
        int version,
        @Nullable VersionView newest,
        @Nullable VersionView draft,
        @Nullable String drafting,
        List<VersionLine> versions,
        boolean tended) {

    public MaterialView {
        versions = List.copyOf(versions);
    }

    public String path() {
        return "/library/materials/" + id.value();
    }

    public boolean isRetired() {
        return retiredAt != null;
    }
}
