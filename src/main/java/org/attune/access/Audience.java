package org.attune.access;

/** Who a page or an action is there for. What one is not in the audience of answers 404, as if it did not exist. */
public enum Audience {
    /** Everybody, signed in or not. */
    ANYONE,
    /** The one who sets Attune up, as long as there is no admin yet. */
    SET_UP,
    /** Everybody in the demo, and only from the machine it runs on. */
    DEMO,
    /** Every user. */
    SIGNED_IN,
    /** Users who work with customers: everybody but deciders, and admins without a selling role. */
    SELLERS,
    /** Those who lead teams. */
    MANAGERS,
    /** Those who configure Attune. */
    ADMINS
}
