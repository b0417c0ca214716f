package org.attune.access;

/** How somebody proved a second time who they are. */
public enum SecondProof {
    CODE,
    RECOVERY_CODE,
    /** Where they signed in for us. */
    ELSEWHERE
}
