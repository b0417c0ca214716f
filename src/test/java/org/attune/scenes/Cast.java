package org.attune.scenes;

import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.springframework.stereotype.Component;

/** People who can sign in with a password, for scenes in a browser. */
@Component
class Cast {

    /** Nobody else's, and long enough. */
    static final String PASSWORD = "four teal lanterns at dusk";

    private final Somebody somebody;
    private final Users users;

    Cast(Somebody somebody, Users users) {
        this.somebody = somebody;
        this.users = users;
    }

    /** A person and how they sign in. */
    record Player(Viewer viewer, String email) {}

    Player salesperson() {
        return withPassword(somebody.whoSells());
    }

    Player salesperson(TeamId team) {
        return withPassword(somebody.whoSells(team));
    }

    Player manager(TeamId... teams) {
        return withPassword(somebody.whoLeads(teams));
    }

    Player admin() {
        return withPassword(somebody.whoAdministers());
    }

    /** Somebody who is known already. */
    Player withPassword(Viewer viewer) {
        somebody.whoAdministers(); // or everybody would be sent to the set-up page
        somebody.chooses(viewer, PASSWORD);
        String email = users.person(viewer.id()).orElseThrow().email();
        return new Player(viewer, email);
    }
}
