package org.attune.insight;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody may narrow a dashboard to.
 *
 * @param teams those they lead; none for a salesperson
 * @param people those who work in these teams, and whoever still owns what is theirs to oversee
 * @param companies those most of their contacts are at, and the one that was asked for
 */
public record Choices(List<Choice> teams, List<Choice> people, List<Choice> companies) {

    public Choices {
        teams = List.copyOf(teams);
        people = List.copyOf(people);
        companies = List.copyOf(companies);
    }

    /** The one of them with this id. */
    public static Optional<Choice> among(List<Choice> choices, UUID id) {
        return choices.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
