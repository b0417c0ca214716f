package org.attune.people;

import java.util.Set;
import java.util.UUID;

/**
 * Two contacts turn out to be one person.
 *
 * @param id made beforehand, so that a repeat merges nothing twice
 * @param keptVersion the one the preview showed
 * @param absorbedVersion the one the preview showed
 * @param fromAbsorbed what is taken over from the absorbed contact; everything else stays as the kept one has it
 */
public record MergeContacts(
        UUID id,
        ContactId kept,
        ContactId absorbed,
        int keptVersion,
        int absorbedVersion,
        Set<MergeField> fromAbsorbed) {

    public MergeContacts {
        fromAbsorbed = Set.copyOf(fromAbsorbed);
    }
}
