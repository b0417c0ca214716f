package org.attune.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Deed;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.attune.platform.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** What is known about a person, put together or erased, when they ask for it. For admins; see decision 0014. */
@Component
@Transactional
public class Erasures {

    private static final int SHOWN = 50;

    private final PersonRows people;
    private final Trail trail;
    private final JdbcClient jdbc;

    Erasures(PersonRows people, Trail trail, JdbcClient jdbc) {
        this.people = people;
        this.trail = trail;
        this.jdbc = jdbc;
    }

    /** Whom somebody means who writes to us. That an admin looked is noted, for what is not. */
    public List<PersonFound> meant(Viewer admin, String typed) {
        List<PersonFound> found = people.meant(admin, typed.strip());
        trail.note(Deed.of(
                        Deed.Done.LOOKED_UP,
                        "contact",
                        found.size() == 1 ? found.get(0).id() : null)
                .with("found", found.size()));
        return found;
    }

    @Transactional(readOnly = true)
    public PersonFound person(Viewer admin, UUID contact) {
        return people.find(admin, contact).orElseThrow(() -> new NotSeen("contact " + contact));
    }

    /** What would go and what would stay, found by doing it and taking it back, so that it cannot say anything else. */
    public ErasurePreview preview(Viewer admin, UUID contact) {
        PersonFound person = person(admin, contact);
        Map<String, Integer> staying = people.staying(contact);
        Map<String, Integer> going = new TreeMap<>(people.erase(Ids.next(), contact, "on_request", "-", admin.uuid()));
        going.values().removeIf(number -> number == 0);
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return new ErasurePreview(person, going, staying);
    }

    /**
     * Erases, once and for ever.
     *
     * @throws RuleRefused where the name is not theirs, or the reason names them
     */
    public void erase(Viewer admin, ErasePerson command) {
        Optional<String> before = people.reasonOf(command.id(), command.contact());
        if (before.isPresent()) {
            same(before.get(), command.reason().strip());
            return;
        }
        PersonFound person = person(admin, command.contact());
        if (person.erasedAt() != null) {
            throw new RuleRefused("audit.erasure.already", null);
        }
        if (!people.isCalled(person.id(), command.name())) {
            throw new RuleRefused("audit.erasure.another-name", "name");
        }
        if (people.isNamedIn(person.id(), command.reason())) {
            throw new RuleRefused("audit.erasure.reason.names", "reason");
        }
        people.erase(command.id(), person.id(), "on_request", command.reason().strip(), admin.uuid());
    }

    private static void same(String kept, String typed) {
        if (!kept.equals(typed)) {
            throw new ChangedMeanwhile(kept, typed);
        }
    }

    /** All there is, for the person themselves. Who had it put together is noted where those who work with them see it. */
    public List<KnownPart> known(Viewer admin, UUID contact) {
        PersonFound person = person(admin, contact);
        trail.note(Deed.of(Deed.Done.HANDED_OUT, "contact", person.id()));
        return people.known(person.id());
    }

    /** The names of our own people and of companies; those of other customers are not theirs to know. */
    @Transactional(readOnly = true)
    public Map<UUID, String> names() {
        Map<UUID, String> names = new TreeMap<>();
        jdbc.sql("""
                        select id, name from app_user union all select id, name from team
                        union all select id, name from custom_field union all select id, name from custom_field_choice""").query(row -> {
            names.put(row.getObject("id", UUID.class), row.getString("name"));
        });
        return names;
    }

    /** The last of them. */
    @Transactional(readOnly = true)
    public List<ErasureView> done() {
        return jdbc.sql("""
                        select e.id, e.erased_at, u.name, e.ground, e.reason, e.gone from erasure e
                          left join app_user u on u.id = e.erased_by order by e.erased_at desc, e.id desc limit :most""")
                .param("most", SHOWN)
                .query((row, n) -> new ErasureView(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("erased_at").toInstant(),
                        row.getString("name"),
                        row.getString("ground"),
                        row.getString("reason"),
                        people.numbers(row.getString("gone"))))
                .list();
    }
}
