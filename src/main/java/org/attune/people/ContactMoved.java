package org.attune.people;

/** The contact was merged into another one, which is to be looked at instead. */
public final class ContactMoved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ContactId from;
    private final transient ContactId to;

    ContactMoved(ContactId from, ContactId to) {
        super("contact " + from.value() + " is now " + to.value());
        this.from = from;
        this.to = to;
    }

    public ContactId from() {
        return from;
    }

    public ContactId to() {
        return to;
    }
}
