package org.attune.platform;

import org.jspecify.annotations.Nullable;

/**
 * Somebody changed the same thing since the form was opened, or the same identifier arrived with other words. Answered
 * with 409, what is kept and what was typed side by side; nothing is overwritten and nothing dropped.
 */
public final class ChangedMeanwhile extends NotTaken {

    private static final long serialVersionUID = 1L;

    private final String kept;
    private final String typed;
    private final @Nullable Integer version;

    /**
     * The identifier stands for something else already.
     *
     * @param kept what stands in the database now, in words a person can compare
     * @param typed what this person sent
     */
    public ChangedMeanwhile(String kept, String typed) {
        this(kept, typed, null);
    }

    /**
     * The form is older than what it changes.
     *
     * @param version that of what stands there now: sent with it, the same form replaces that knowingly
     */
    public ChangedMeanwhile(String kept, String typed, @Nullable Integer version) {
        super("changed meanwhile");
        this.kept = kept;
        this.typed = typed;
        this.version = version;
    }

    public String kept() {
        return kept;
    }

    public String typed() {
        return typed;
    }

    public @Nullable Integer version() {
        return version;
    }
}
