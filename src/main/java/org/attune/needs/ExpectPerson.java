package org.attune.needs;

import java.util.Set;
import java.util.UUID;

/** Note somebody they named and we have not met: "their owner decides". */
public record ExpectPerson(UUID id, NeedId need, String label, Set<PersonRole> roles) {

    public ExpectPerson {
        label = label.strip();
        roles = PersonRole.setOf(roles);
    }
}
