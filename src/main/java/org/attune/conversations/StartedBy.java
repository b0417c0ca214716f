package org.attune.conversations;

/** Who sought the conversation. */
public enum StartedBy {
    THEY,
    WE
}
