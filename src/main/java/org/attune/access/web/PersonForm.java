package org.attune.access.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.ChangePerson;
import org.attune.access.NewUser;
import org.attune.access.OrganisationView;
import org.attune.access.PersonView;
import org.attune.access.Role;
import org.attune.access.TeamId;
import org.attune.access.UserId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/**
 * An admin adds or changes somebody.
 *
 * @param moving the team of which the form has said what moving there changes
 */
record PersonForm(
        @Nullable UUID id,
        @NotNull @Size(max = 200) @Nullable String name,
        @NotNull @Email @Size(max = 254) @Nullable String email,
        @NotNull @Nullable Role role,
        @Nullable Boolean sells,
        @Nullable UUID team,
        @Nullable UUID moving,
        @Nullable Integer version) {

    static PersonForm empty() {
        return new PersonForm(Ids.next(), null, null, Role.SALESPERSON, true, null, null, null);
    }

    static PersonForm of(PersonView person) {
        TeamId team = person.teamId();
        return new PersonForm(
                person.id().value(),
                person.name(),
                person.email(),
                person.role(),
                person.sells(),
                team == null ? null : team.value(),
                null,
                person.version());
    }

    NewUser newcomer(OrganisationView organisation, Locale usual) {
        return new NewUser(
                new UserId(id == null ? Ids.next() : id),
                Objects.requireNonNull(email),
                Objects.requireNonNull(name),
                Objects.requireNonNull(role),
                Boolean.TRUE.equals(sells),
                teamId(),
                organisation.zone(),
                usual);
    }

    ChangePerson change(UserId person) {
        return new ChangePerson(
                person,
                Objects.requireNonNull(email),
                Objects.requireNonNull(name),
                Objects.requireNonNull(role),
                Boolean.TRUE.equals(sells),
                teamId(),
                version == null ? -1 : version);
    }

    /** The team they would move to without anybody having read what that changes. */
    @Nullable
    TeamId unread() {
        return team == null || team.equals(moving) ? null : new TeamId(team);
    }

    private @Nullable TeamId teamId() {
        return team == null ? null : new TeamId(team);
    }
}
