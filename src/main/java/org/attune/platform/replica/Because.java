package org.attune.platform.replica;

/** Why something that may be read from the replica was read from the primary. */
enum Because {

    /** The replica had not got as far as the primary, and waiting took too long. */
    BEHIND,

    /** It failed, or was behind, a moment ago. */
    RESTS,

    /** It failed now. */
    FAILED
}
