package org.attune.needs;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.attune.people.ContactId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows that say who has to do with a need. */
@Component
class PeopleOfNeeds {

    private final JdbcClient jdbc;

    PeopleOfNeeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean has(NeedId need, ContactId contact) {
        return jdbc.sql("select exists (select from need_person where need_id = :need and contact_id = :contact)")
                .param("need", need.value())
                .param("contact", contact.value())
                .query(Boolean.class)
                .single();
    }

    /** Adds somebody, or adds to what they have to do with it. */
    void join(NeedId need, ContactId contact, Collection<PersonRole> roles) {
        jdbc.sql("""
                        insert into need_person as p (need_id, contact_id, has_problem, feels_it, pays, decides, opens_door)
                        values (:need, :contact, :has_problem, :feels_it, :pays, :decides, :opens_door)
                        on conflict (need_id, contact_id) do update
                           set has_problem = p.has_problem or excluded.has_problem,
                               feels_it = p.feels_it or excluded.feels_it,
                               pays = p.pays or excluded.pays,
                               decides = p.decides or excluded.decides,
                               opens_door = p.opens_door or excluded.opens_door
                        """)
                .params(columns(roles))
                .param("need", need.value())
                .param("contact", contact.value())
                .update();
    }

    /** @return false when they are none of its people */
    boolean set(NeedId need, ContactId contact, Collection<PersonRole> roles) {
        return jdbc.sql("""
                        update need_person
                           set has_problem = :has_problem, feels_it = :feels_it, pays = :pays, decides = :decides,
                               opens_door = :opens_door
                         where need_id = :need and contact_id = :contact
                        """)
                        .params(columns(roles))
                        .param("need", need.value())
                        .param("contact", contact.value())
                        .update()
                == 1;
    }

    /** @return false when they are none of its people */
    boolean set(NeedId need, ContactId contact, PersonRole role, boolean has) {
        return jdbc.sql("update need_person set %s = :has where need_id = :need and contact_id = :contact"
                                .formatted(NeedWords.word(role)))
                        .param("has", has)
                        .param("need", need.value())
                        .param("contact", contact.value())
                        .update()
                == 1;
    }

    boolean leave(NeedId need, ContactId contact) {
        return jdbc.sql("delete from need_person where need_id = :need and contact_id = :contact")
                        .param("need", need.value())
                        .param("contact", contact.value())
                        .update()
                == 1;
    }

    /** Whether they have these roles; they may have more. */
    boolean has(NeedId need, ContactId contact, Collection<PersonRole> roles) {
        return jdbc.sql("""
                        select exists (select from need_person
                                        where need_id = :need and contact_id = :contact and has_problem >= :has_problem
                                          and feels_it >= :feels_it and pays >= :pays and decides >= :decides
                                          and opens_door >= :opens_door)""")
                .params(columns(roles))
                .param("need", need.value())
                .param("contact", contact.value())
                .query(Boolean.class)
                .single();
    }

    boolean alone(NeedId need, ContactId contact) {
        return jdbc.sql("""
                        select not exists (select from need_person where need_id = :need and contact_id <> :contact)
                        """)
                .param("need", need.value())
                .param("contact", contact.value())
                .query(Boolean.class)
                .single();
    }

    /** @return whether the row is new */
    boolean expect(ExpectPerson person) {
        return jdbc.sql("""
                        insert into need_person_not_met (id, need_id, label, feels_it, pays, decides, opens_door)
                        values (:id, :need, :label, :feels_it, :pays, :decides, :opens_door)
                        on conflict (id) do nothing
                        """)
                        .params(columns(person.roles()))
                        .param("id", person.id())
                        .param("need", person.need().value())
                        .param("label", person.label())
                        .update()
                == 1;
    }

    ExpectPerson expected(UUID id) {
        return jdbc.sql("select * from need_person_not_met where id = :id")
                .param("id", id)
                .query((row, n) -> new ExpectPerson(
                        id,
                        new NeedId(Objects.requireNonNull(row.getObject("need_id", UUID.class))),
                        row.getString("label"),
                        PersonRoles.of(row)))
                .single();
    }

    boolean forget(NeedId need, UUID notMet) {
        return jdbc.sql("delete from need_person_not_met where id = :id and need_id = :need and met_as is null")
                        .param("id", notMet)
                        .param("need", need.value())
                        .update()
                == 1;
    }

    /** @return false when nobody is expected under this id, or they were met as somebody else */
    boolean meet(NeedId need, UUID notMet, ContactId as) {
        return jdbc.sql("""
                        update need_person_not_met set met_as = :contact
                         where id = :id and need_id = :need and (met_as is null or met_as = :contact)
                        """)
                        .param("contact", as.value())
                        .param("id", notMet)
                        .param("need", need.value())
                        .update()
                == 1;
    }

    private static Map<String, Object> columns(Collection<PersonRole> roles) {
        Map<String, Object> columns = new LinkedHashMap<>();
        Set<PersonRole> held = PersonRole.setOf(roles);
        for (PersonRole role : PersonRole.values()) {
            columns.put(NeedWords.word(role), held.contains(role));
        }
        return columns;
    }
}
