package org.attune.conversations;

/** Who talked more, where the log is not complete and a share would be invented. */
public enum TalkedMore {
    THEY,
    EVEN,
    WE
}
