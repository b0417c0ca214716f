package org.attune.platform;

/**
 * Somebody changed the same thing since the form was opened, or the same identifier arrived with other words. Answered
 * with 409, what is kept and what was typed side by side; nothing is overwritten and nothing dropped.
 */
public final class ChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String kept;
    private final String typed;

    /**
     * @param kept what stands in the database now, in words a person can compare
     * @param typed what this person sent
     */
    public ChangedMeanwhile(String kept, String typed) {
        super("changed meanwhile");
        this.kept = kept;
        this.typed = typed;
    }

    public String kept() {
        return kept;
    }

    public String typed() {
        return typed;
    }
}
