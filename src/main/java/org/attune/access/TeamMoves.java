package org.attune.access;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says before somebody moves to another team who will see their contacts then, and who no longer. */
@Component
@Transactional(readOnly = true)
public class TeamMoves {

    private final Teams teams;
    private final List<MovesWithPerson> along;

    TeamMoves(Teams teams, List<MovesWithPerson> along) {
        this.teams = teams;
        this.along = List.copyOf(along);
    }

    /** Nothing where they stay where they are, or have not been in a team. */
    public Optional<TeamMove> preview(PersonView person, TeamId to) {
        TeamId from = person.teamId();
        if (from == null || from.equals(to)) {
            return Optional.empty();
        }
        int contacts =
                along.stream().mapToInt(one -> one.contactsOf(person.id())).sum();
        List<TeamView> all = teams.all();
        return team(all, from).flatMap(before -> team(all, to)
                .map(after -> new TeamMove(
                        before.name(), after.name(), contacts, onlyIn(before, after), onlyIn(after, before))));
    }

    private static List<String> onlyIn(TeamView one, TeamView other) {
        return one.leads().stream()
                .filter(lead ->
                        other.leads().stream().noneMatch(same -> same.id().equals(lead.id())))
                .map(Colleague::name)
                .toList();
    }

    private static Optional<TeamView> team(List<TeamView> all, TeamId id) {
        return all.stream().filter(team -> team.id().equals(id)).findAny();
    }
}
