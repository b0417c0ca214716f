package org.attune.needs;

/**
 * Put our title of a need better, or say that it is of the other kind.
 *
 * @param version the one the form was opened with
 */
public record RewordNeed(NeedId need, String title, NeedKind kind, int version) {}
