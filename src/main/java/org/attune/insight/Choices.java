package org.attune.insight;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may narrow a dashboard to.
 *
 * @param teams those they lead; none for a salesperson
 * @param people those who work in these teams, and whoever still owns what is theirs to oversee
 * @param company the one that was asked for; none where they have no contact there
 */
public record Choices(
        List<Choice> teams, List<Choice> people, @Nullable Choice company) {

    public Choices {
        teams = List.copyOf(teams);
        people = List.copyOf(people);
    }

    /** The one of them with this id. */
    public static Optional<Choice> among(List<Choice> choices, UUID id) {
        return choices.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
