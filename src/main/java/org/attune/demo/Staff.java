package org.attune.demo;

import java.time.ZoneId;
import java.util.Currency;
import org.attune.access.Invitations;
import org.attune.access.NewUser;
import org.attune.access.Organisation;
import org.attune.access.Role;
import org.attune.access.TeamId;
import org.attune.access.Teams;
import org.attune.access.UserId;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** The invented firm: its teams and its people. Three of them one can be; the others have a password nobody knows. */
@DemoOnly
class Staff {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Line HERE = new Line("staff", 0, "");

    private final Organisation organisation;
    private final Teams teams;
    private final Users users;
    private final Invitations invitations;

    Staff(Organisation organisation, Teams teams, Users users, Invitations invitations) {
        this.organisation = organisation;
        this.teams = teams;
        this.users = users;
        this.invitations = invitations;
    }

    void arrive(Cast cast) {
        organisation.settle("Halyard & Finch", "DE", Currency.getInstance("EUR"), ZONE);
        organisation.offer(Currency.getInstance("GBP"));
        organisation.showTeamsTheirContacts(true);
        TeamId north = teams.found(new TeamId(Ids.next()), "North");
        TeamId south = teams.found(new TeamId(Ids.next()), "South");
        enrol(cast, "maya", "Maya Lindqvist", Role.SALESPERSON, north);
        Viewer ruth = enrol(cast, "ruth", "Ruth Calloway", Role.MANAGER, north);
        Viewer henrik = enrol(cast, "henrik", "Henrik Solberg", Role.ADMIN, null);
        teams.lead(north, ruth.id());
        teams.lead(south, ruth.id());
        lock(henrik, enrol(cast, "jakob", "Jakob Steiner", Role.SALESPERSON, north));
        lock(henrik, enrol(cast, "priya", "Priya Raman", Role.SALESPERSON, north));
        lock(henrik, enrol(cast, "clara", "Clara Weidmann", Role.SALESPERSON, north));
        lock(henrik, enrol(cast, "samuel", "Samuel Adeyemi", Role.SALESPERSON, north));
        lock(henrik, enrol(cast, "tomas", "Tomás Ferreira", Role.SALESPERSON, south));
        lock(henrik, enrol(cast, "lena", "Lena Hofmann", Role.SALESPERSON, south));
        lock(henrik, enrol(cast, "oliver", "Oliver Byrne", Role.SALESPERSON, south));
    }

    private Viewer enrol(Cast cast, String alias, String name, Role role, @Nullable TeamId team) {
        UserId id = new UserId(Ids.next());
        users.enrol(NewUser.of(id, alias + "@halyard-finch.example", name, role, team != null, team));
        Viewer viewer = users.signedIn(id).orElseThrow().viewer();
        return cast.us.put(HERE, alias, viewer);
    }

    private void lock(Viewer admin, Viewer colleague) {
        invitations.accept(invitations.invite(admin, colleague.id()), Ids.next() + "-" + Ids.next());
    }
}
