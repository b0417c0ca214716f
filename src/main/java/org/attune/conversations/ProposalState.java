package org.attune.conversations;

/** What became of a proposed turn. */
public enum ProposalState {
    PROPOSED,
    CONFIRMED,
    LEFT_OUT
}
