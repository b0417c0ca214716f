package org.attune.access;

import java.util.List;

/**
 * A team, who leads it and how many people work in it.
 *
 * @param version of its name
 */
public record TeamView(TeamId id, String name, List<Colleague> leads, int people, int version) {

    public TeamView {
        leads = List.copyOf(leads);
    }

    /** Who leads it beside this one. */
    public List<String> leadsBeside(UserId one) {
        return leads.stream()
                .filter(lead -> lead.active() && !lead.id().equals(one))
                .map(Colleague::name)
                .toList();
    }
}
