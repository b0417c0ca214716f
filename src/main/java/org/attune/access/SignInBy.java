package org.attune.access;

/** How somebody proved in the first place who they are. */
public enum SignInBy {
    PASSWORD,
    /** That of an invitation, or to choose a password anew. */
    LINK,
    SINGLE_SIGN_ON,
    /** A click. */
    DEMO
}
