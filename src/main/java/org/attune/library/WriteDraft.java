package org.attune.library;

/**
 * A version is drafted, or a draft is written on.
 *
 * @param id of the version, made beforehand
 * @param version of the draft the form was opened on; 0 where it is new
 */
public record WriteDraft(MaterialVersionId id, MaterialId material, MaterialContent content, int version) {}
