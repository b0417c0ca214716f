package org.attune.outside;

/** No such link. Nobody learns whether it was a guess, one of another kind, or one that was cut short on the way. */
public final class LinkUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LinkUnknown() {
        super("no such link");
    }
}
