package org.attune.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who signs in: who they are to each other, and what an admin or they themselves change about them. */
@Component
@Transactional
public class Users {

    private static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final Links links;
    private final Clock clock;

    Users(JdbcClient jdbc, Links links, Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.clock = clock;
    }

    /**
     * The one who is signed in under this id, unless they are no longer active. Asked with every request; one statement needs no
     * transaction around it, whose end is a way to the database of its own. And what they may do is not read where it could be late.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<SignedIn> signedIn(UserId id) {
        return jdbc.sql(UserRows.SIGNED_IN)
                .param("id", id.value())
                .query(UserRows::signedIn)
                .optional();
    }

    /** A user by id, active or not: names beside what they did never go away. */
    @Transactional(readOnly = true)
    public Optional<Colleague> find(UserId id) {
        return jdbc.sql(UserRows.COLLEAGUE + " where u.id = :id")
                .param("id", id.value())
                .query(UserRows::colleague)
                .optional();
    }

    /** All active users who work with customers, by name: whom one can make owner, companion or stand-in. */
    @Transactional(readOnly = true)
    public List<Colleague> colleagues() {
        return jdbc.sql(UserRows.COLLEAGUE
                        + " where u.sells and u.deactivated_at is null order by folded(u.name), u.id")
                .query(UserRows::colleague)
                .list();
    }

    /** The active users who work with customers in the teams this manager leads. */
    @Transactional(readOnly = true)
    public List<Colleague> ledBy(Viewer manager) {
        return jdbc.sql(UserRows.COLLEAGUE + """
                          join team_lead l on l.team_id = u.team_id
                          join app_user m on m.id = l.user_id and m.role = 'manager' and m.deactivated_at is null
                         where m.id = :manager and u.sells and u.deactivated_at is null
                         order by folded(u.name), u.id
                        """)
                .param("manager", manager.uuid())
                .query(UserRows::colleague)
                .list();
    }

    /** Everybody, by name, for the admin. The key is the one the page before ended with. */
    @Transactional(readOnly = true)
    public KeysetPage<PersonView> people(NameKey after) {
        List<PersonView> rows = jdbc.sql(UserRows.PERSON + """
                         where (folded(u.name), u.id) > (:name, :id)
                         order by folded(u.name), u.id limit :most
                        """)
                .param("name", after.foldedName())
                .param("id", after.id())
                .param("most", PAGE + 1)
                .query(UserRows::person)
                .list();
        return KeysetPage.of(rows, PAGE, person -> keyOf(person).toString());
    }

    private NameKey keyOf(PersonView person) {
        String folded = jdbc.sql("select folded(:name)")
                .param("name", person.name())
                .query(String.class)
                .single();
        return new NameKey(folded, person.id().value());
    }

    @Transactional(readOnly = true)
    public Optional<PersonView> person(UserId id) {
        return jdbc.sql(UserRows.PERSON + " where u.id = :id")
                .param("id", id.value())
                .query(UserRows::person)
                .optional();
    }

    /**
     * Makes somebody a user, without a password yet. The same person under the same id is made only once.
     *
     * @throws RuleRefused where the e-mail address belongs to somebody else
     */
    public UserId enrol(NewUser newcomer) {
        if (newcomer.sells() && newcomer.team() == null) {
            throw new RuleRefused("access.person.needs-team", "team");
        }
        fit(newcomer.role(), newcomer.sells());
        int made;
        try {
            made = UserRows.insert(jdbc, newcomer);
        } catch (DuplicateKeyException taken) {
            throw new RuleRefused("access.person.email-taken", "email");
        }
        if (made == 0) {
            sameAsBefore(newcomer);
        }
        return newcomer.id();
    }

    private static void fit(Role role, boolean sells) {
        if (!role.goesWith(sells)) {
            throw new RuleRefused(sells ? "access.person.never-sells" : "access.person.always-sells", "sells");
        }
    }

    private void sameAsBefore(NewUser newcomer) {
        PersonView before = person(newcomer.id()).orElseThrow(() -> new NotSeen("user"));
        boolean same = before.email().equalsIgnoreCase(newcomer.email())
                && before.name().equals(newcomer.name())
                && before.role() == newcomer.role()
                && before.sells() == newcomer.sells()
                && Objects.equals(before.teamId(), newcomer.team());
        if (!same) {
            throw new ChangedMeanwhile(
                    before.name() + ", " + before.email(), newcomer.name() + ", " + newcomer.email());
        }
    }

    /**
     * Changes somebody; the role holds from their next click on.
     *
     * @throws ChangedMeanwhile where the form is older than the row
     * @throws RuleRefused where nobody would be left to configure Attune, or an admin would lock themselves out
     */
    public void change(Viewer admin, ChangePerson change) {
        PersonView before = person(change.id()).orElseThrow(() -> new NotSeen("user"));
        if (change.sells() && change.team() == null) {
            throw new RuleRefused("access.person.needs-team", "team");
        }
        fit(change.role(), change.sells());
        if (before.role() == Role.ADMIN && change.role() != Role.ADMIN) {
            if (admin.id().equals(change.id())) {
                throw new RuleRefused("access.person.own-role", "role");
            }
            anotherAdminStays(change.id());
        }
        int changed;
        try {
            changed = UserRows.update(jdbc, change);
        } catch (DuplicateKeyException taken) {
            throw new RuleRefused("access.person.email-taken", "email");
        }
        if (changed == 0) {
            throw new ChangedMeanwhile(
                    before.name() + ", " + before.email(), change.name() + ", " + change.email(), before.version());
        }
        if (!before.email().equalsIgnoreCase(change.email())) {
            links.end(change.id(), LinkGone.Fate.WITHDRAWN); // they went to an address that is no longer theirs
        }
    }

    /**
     * Closes somebody's account at once and ends their sessions; what they did stays under their name.
     *
     * @throws RuleRefused where it is oneself, or nobody would be left to configure Attune
     */
    public void deactivate(Viewer admin, UserId id) {
        if (admin.id().equals(id)) {
            throw new RuleRefused("access.person.not-oneself");
        }
        PersonView person = person(id).orElseThrow(() -> new NotSeen("user"));
        if (person.role() == Role.ADMIN) {
            anotherAdminStays(id);
        }
        jdbc.sql("""
                        update app_user set deactivated_at = coalesce(deactivated_at, :now), version = version + 1
                         where id = :id
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .update();
        links.end(id, LinkGone.Fate.WITHDRAWN);
        jdbc.sql("update absence set ended_at = :now where :id in (user_id, stand_in) and ended_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .update();
        jdbc.sql("delete from spring_session where principal_name = :id")
                .param("id", id.value().toString())
                .update();
    }

    public void reactivate(UserId id) {
        int found = jdbc.sql("update app_user set deactivated_at = null, version = version + 1 where id = :id")
                .param("id", id.value())
                .update();
        if (found == 0) {
            throw new NotSeen("user");
        }
    }

    /** Locks the other admins' rows, so that two who deactivate each other do not both succeed. */
    private void anotherAdminStays(UserId leaving) {
        boolean oneStays = jdbc
                .sql("""
                        select id from app_user where role = 'admin' and deactivated_at is null order by id for update
                        """)
                .query((row, n) -> new UserId(Objects.requireNonNull(row.getObject("id", UUID.class))))
                .list()
                .stream()
                .anyMatch(admin -> !admin.equals(leaving));
        if (!oneStays) {
            throw new RuleRefused("access.person.last-admin", "role");
        }
    }

    public void change(Viewer self, ChangePreferences change) {
        int changed = UserRows.update(jdbc, self.id(), change);
        if (changed == 0) {
            SignedIn now = signedIn(self.id()).orElseThrow(() -> new NotSeen("user"));
            throw new ChangedMeanwhile(now.viewer().name(), change.name(), now.version());
        }
    }

    /** Puts on the other hat; it stays on until it is changed again. */
    public void wear(Viewer self, Hat hat) {
        jdbc.sql("update app_user set hat = :hat where id = :id")
                .param("hat", UserRows.word(hat))
                .param("id", self.uuid())
                .update();
    }

    /** The people of the demo: the only users who have neither a password nor an invitation. */
    @Transactional(readOnly = true)
    public List<PersonView> withoutPassword() {
        return jdbc.sql(UserRows.PERSON + """
                         where u.password_hash is null and i.user_id is null and u.deactivated_at is null
                         order by u.created_at, u.id limit 12
                        """).query(UserRows::person).list();
    }
}
