package org.attune.outside;

/** A link that was right and answers nothing any more. Whoever has it may know why and whom to ask, and nothing else. */
public final class LinkClosed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient OutsideLink link;

    public LinkClosed(OutsideLink link) {
        super(link.state().name());
        this.link = link;
    }

    public OutsideLink link() {
        return link;
    }
}
