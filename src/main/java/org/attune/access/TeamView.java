package org.attune.access;

import java.util.List;

/** A team, who leads it and how many people work in it. */
public record TeamView(TeamId id, String name, List<Colleague> leads, int people) {

    public TeamView {
        leads = List.copyOf(leads);
    }
}
