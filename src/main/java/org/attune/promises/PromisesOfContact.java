package org.attune.promises;

import java.util.List;

/** What stands between somebody and us: open promises, the earliest first, and how many were kept and broken. */
public record PromisesOfContact(List<PromiseView> open, int kept, int broken) {

    public static final PromisesOfContact NONE = new PromisesOfContact(List.of(), 0, 0);

    public PromisesOfContact {
        open = List.copyOf(open);
    }
}
