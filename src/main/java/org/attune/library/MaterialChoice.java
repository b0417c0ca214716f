package org.attune.library;

/**
 * A material that can be given now, in its newest version.
 *
 * @param version what is named when it is given
 */
public record MaterialChoice(
        MaterialVersionId version, MaterialId material, String title, String purpose, String language, int number) {}
