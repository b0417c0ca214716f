package org.attune.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.util.List;
import org.attune.TestDatabase;
import org.attune.platform.Ids;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UsersTests {

    private final AccessOn access = new AccessOn(TestDatabase.fresh(), Clock.systemUTC());
    private final TeamId north = access.teams.found(new TeamId(Ids.next()), "North");
    private final TeamId south = access.teams.found(new TeamId(Ids.next()), "South");

    @Test
    void colleaguesAreAllActiveOnesWhoSellByName() {
        enrol("Maya Lindqvist", Role.MANAGER, south);
        enrol("Łukasz Żak", Role.SALESPERSON, north);
        UserId ada = enrol("Ada Admin", Role.ADMIN, null);
        access.users.deactivate(viewer(ada), enrol("Gone Long Ago", Role.SALESPERSON, north));

        assertThat(access.users.colleagues())
                .extracting(Colleague::name, Colleague::team)
                .containsExactly(tuple("Łukasz Żak", "North"), tuple("Maya Lindqvist", "South"));
    }

    @Test
    void aManagerLeadsThePeopleOfTheirTeamsAndNoOthers() {
        UserId manager = enrol("Maya Lindqvist", Role.MANAGER, south);
        enrol("In North", Role.SALESPERSON, north);
        enrol("In South", Role.SALESPERSON, south);
        access.teams.lead(north, manager);

        assertThat(access.users.ledBy(viewer(manager)))
                .extracting(Colleague::name)
                .containsExactly("In North");
    }

    @Test
    void somebodyIsLeftToConfigureAttune() {
        UserId only = enrol("Ada Admin", Role.ADMIN, null);
        Viewer maya = viewer(enrol("Maya Lindqvist", Role.SALESPERSON, north));
        assertThatExceptionOfType(RuleRefused.class).isThrownBy(() -> access.users.deactivate(maya, only));

        Viewer another = viewer(enrol("Another Admin", Role.ADMIN, null));
        assertThatExceptionOfType(RuleRefused.class).isThrownBy(() -> access.users.deactivate(another, another.id()));
        access.users.deactivate(another, only);

        assertThat(access.users.signedIn(only)).isEmpty();
    }

    @Test
    void peopleOfTheDemoAreThoseWithoutPasswordOrInvitation() {
        UserId demo = enrol("Demo Person", Role.SALESPERSON, north);
        UserId invited = enrol("Invited Person", Role.SALESPERSON, north);
        access.invitations.invite(viewer(demo), invited);
        UserId chosen = enrol("Person Who Chose", Role.SALESPERSON, north);
        access.invitations.accept(access.invitations.invite(viewer(demo), chosen), "violet-gravel-otter");

        assertThat(access.users.withoutPassword()).extracting(PersonView::id).containsExactly(demo);
    }

    @Test
    void aHatStaysOnUntilItIsChanged() {
        UserId maya = enrol("Maya Lindqvist", Role.SALESPERSON, north);

        access.users.wear(viewer(maya), Hat.MARKETING);

        assertThat(viewer(maya).hat()).isEqualTo(Hat.MARKETING);
    }

    private Viewer viewer(UserId id) {
        return access.users.signedIn(id).map(SignedIn::viewer).orElseThrow();
    }

    @Test
    void decidersNeverWorkWithCustomersAndSalespeopleAlwaysDo() {
        UserId decider = access.users.enrol(NewUser.of(
                new UserId(Ids.next()),
                "decider-" + Ids.next() + "@attune.example",
                "Dora",
                Role.DECIDER,
                false,
                null));
        assertThat(viewer(decider).sells()).isFalse();
        for (NewUser wrong : List.of(
                NewUser.of(new UserId(Ids.next()), "wrong@attune.example", "Wrong", Role.DECIDER, true, north),
                NewUser.of(new UserId(Ids.next()), "wrong@attune.example", "Wrong", Role.SALESPERSON, false, north))) {
            assertThatExceptionOfType(RuleRefused.class).isThrownBy(() -> access.users.enrol(wrong));
        }
    }

    private UserId enrol(String name, Role role, @Nullable TeamId team) {
        UserId id = new UserId(Ids.next());
        return access.users.enrol(NewUser.of(id, id.value() + "@attune.example", name, role, role != Role.ADMIN, team));
    }
}
