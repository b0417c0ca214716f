package org.attune.outside;

/** Nobody of us who works with them is there to hear the answer. It is not taken, so that it can still be given. */
public final class NobodyThere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient OutsideLink link;

    public NobodyThere(OutsideLink link) {
        super("nobody to hear it");
        this.link = link;
    }

    public OutsideLink link() {
        return link;
    }
}
