package org.attune.stages;

import java.util.UUID;

/**
 * Describes a stage of the draft anew.
 *
 * @param id made beforehand, so that a repeat is no second step
 * @param seen what the form was opened on
 * @param anyway whether to overwrite what somebody else wrote meanwhile
 */
public record SaveStage(UUID id, String seen, Stage stage, boolean anyway) {}
