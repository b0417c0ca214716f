package org.attune;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.attune.access.Invitations;
import org.attune.access.NewUser;
import org.attune.access.Role;
import org.attune.access.SignedIn;
import org.attune.access.TeamId;
import org.attune.access.Teams;
import org.attune.access.UserId;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Makes people for tests, each with an id of their own, and no password: {@link #signedIn} gets them past the door.
 * <pre>{@code
 * Viewer anna = somebody.whoSells();
 * mvc.get().uri("/contacts").with(Somebody.signedIn(anna))
 * mvc.post().uri("/contacts").with(Somebody.signedIn(anna)).with(csrf())
 * }</pre>
 */
@Component
public class Somebody {

    private final Users users;
    private final Teams teams;
    private final Invitations invitations;
    private final JdbcClient jdbc;
    private final Map<String, String> hashes = new ConcurrentHashMap<>();

    Somebody(Users users, Teams teams, Invitations invitations, JdbcClient jdbc) {
        this.users = users;
        this.teams = teams;
        this.invitations = invitations;
        this.jdbc = jdbc;
    }

    /** A salesperson in a team of their own. */
    public Viewer whoSells() {
        return whoSells(aTeam());
    }

    public Viewer whoSells(TeamId team) {
        return enrolled(Role.SALESPERSON, true, team);
    }

    /** A manager who works in the first of these teams and leads all of them. */
    public Viewer whoLeads(TeamId... led) {
        Viewer manager = enrolled(Role.MANAGER, true, led.length == 0 ? aTeam() : led[0]);
        for (TeamId team : led) {
            teams.lead(team, manager.id());
        }
        return manager;
    }

    /** An admin without a selling role. */
    public Viewer whoAdministers() {
        return enrolled(Role.ADMIN, false, null);
    }

    /** Answers what customers say, where an admin names them, and does nothing else. */
    public Viewer whoDecides() {
        return enrolled(Role.DECIDER, false, null);
    }

    public Viewer whoAdministersAndSells() {
        return enrolled(Role.ADMIN, true, aTeam());
    }

    public TeamId aTeam() {
        TeamId id = new TeamId(Ids.next());
        return teams.found(id, "Team " + id.value());
    }

    /** Lets them sign in by the form as well. Hashing a password takes a moment, so each is hashed once. */
    public void chooses(Viewer person, String password) {
        String hash = hashes.computeIfAbsent(password, chosen -> hashed(person, chosen));
        jdbc.sql("update app_user set password_hash = :hash where id = :id")
                .param("hash", hash)
                .param("id", person.uuid())
                .update();
    }

    private String hashed(Viewer person, String password) {
        invitations.accept(invitations.invite(person, person.id()), password);
        return jdbc.sql("select password_hash from app_user where id = :id")
                .param("id", person.uuid())
                .query(String.class)
                .single();
    }

    public String emailOf(Viewer person) {
        return users.signedIn(person.id()).orElseThrow().email();
    }

    /** Where they work now. */
    public TeamId teamOf(Viewer person) {
        return new TeamId(jdbc.sql("select team_id from app_user where id = :id")
                .param("id", person.uuid())
                .query(UUID.class)
                .single());
    }

    /** The same person as their row stands now. */
    public Viewer again(Viewer before) {
        return users.signedIn(before.id()).map(SignedIn::viewer).orElseThrow();
    }

    /** What a request of this person carries once they have signed in. */
    public static RequestPostProcessor signedIn(Viewer viewer) {
        return authentication(
                UsernamePasswordAuthenticationToken.authenticated(viewer.uuid().toString(), "", List.of()));
    }

    private Viewer enrolled(Role role, boolean sells, @Nullable TeamId team) {
        UserId id = new UserId(Ids.next());
        String email = "somebody-" + id.value() + "@attune.example";
        users.enrol(NewUser.of(id, email, "Somebody " + id.value().toString().substring(24), role, sells, team));
        return users.signedIn(id).map(SignedIn::viewer).orElseThrow();
    }
}
