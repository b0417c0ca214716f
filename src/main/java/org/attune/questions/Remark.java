package org.attune.questions;

import java.util.Locale;

/** What may keep a question from opening somebody up. */
public enum Remark {
    /** It can be answered with yes or no. */
    CLOSED,
    /** It says what we want to hear. */
    LEADING,
    /** It presses for a decision. */
    PRESSING,
    /** Two questions at once: only one is answered. */
    SEVERAL,
    /** It asks nothing. */
    NO_QUESTION;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
