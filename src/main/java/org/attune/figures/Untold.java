package org.attune.figures;

import java.util.Locale;

/** Why no spread is told. */
public enum Untold {
    /** Whoever looks leads no team: there are only their own conversations. */
    NO_TEAM,
    /** They lead several; all of them less one of them would be the other. */
    WHICH_TEAM,
    /** A company, a stage or a person was chosen: with it and without it, subtracted, is one person. */
    NARROWED,
    /** Too few people besides whoever looks. */
    FEW;

    /** As in the keys of words. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
