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
 * @param ownFromAbsorbed of which of the organisation's own fields the same is true
 */
public record MergeContacts(
        UUID id,
        ContactId kept,
        ContactId absorbed,
        int keptVersion,
        int absorbedVersion,
        Set<MergeField> fromAbsorbed,
        Set<UUID> ownFromAbsorbed) {

    public MergeContacts {
        fromAbsorbed = Set.copyOf(fromAbsorbed);
        ownFromAbsorbed = Set.copyOf(ownFromAbsorbed);
    }

    public MergeContacts(
            UUID id,
            ContactId kept,
            ContactId absorbed,
            int keptVersion,
            int absorbedVersion,
            Set<MergeField> fromAbsorbed) {
        this(id, kept, absorbed, keptVersion, absorbedVersion, fromAbsorbed, Set.of());
    }
}
