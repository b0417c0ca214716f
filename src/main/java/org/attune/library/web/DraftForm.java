package org.attune.library.web;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.UUID;
import org.attune.library.MaterialContent;
import org.attune.library.MaterialId;
import org.attune.library.MaterialVersionId;
import org.attune.library.MaterialView;
import org.attune.library.VersionView;
import org.attune.library.WriteDraft;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** The next version is written. */
record DraftForm(
        @NotNull @Nullable UUID id,
        @Nullable Integer version,
        @Nullable String body,
        @Nullable String url,
        @Nullable String news) {

    /** Goes on with the draft there is, or else begins with what the newest version says. */
    static DraftForm of(MaterialView material) {
        VersionView draft = material.draft();
        VersionView newest = material.newest();
        if (draft != null) {
            MaterialContent content = draft.content();
            return new DraftForm(draft.id().value(), draft.version(), content.body(), content.url(), content.news());
        }
        return newest == null
                ? new DraftForm(Ids.next(), null, null, null, null)
                : new DraftForm(
                        Ids.next(),
                        null,
                        newest.content().body(),
                        newest.content().url(),
                        null);
    }

    WriteDraft command(MaterialId material) {
        return new WriteDraft(
                new MaterialVersionId(Objects.requireNonNull(id)),
                material,
                new MaterialContent(MaterialForm.text(body), url, news),
                version);
    }
}
