package org.attune.stages;

import org.jspecify.annotations.Nullable;

/** Somebody else changed the same stage since the form was opened. Nothing was overwritten. */
public final class StageChanged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient StageDraft now;
    private final String key;

    StageChanged(StageDraft now, String key) {
        super("changed meanwhile: " + key);
        this.now = now;
        this.key = key;
    }

    /** The draft as it stands now. */
    public StageDraft now() {
        return now;
    }

    /** The stage as it stands there; none where it was retired. */
    public @Nullable Stage stage() {
        return now.definition().stage(key).orElse(null);
    }
}
