package org.attune.needs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.people.ContactId;
import org.attune.people.FollowsMerge;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The needs of a merged contact become those of the one who is kept. What they said follows with the turns, whose speaker
 * cascades; so this comes after conversations, and the references between are checked when the merge is complete.
 */
@Component
@Order(NeedsFollowMerge.AFTER_CONVERSATIONS)
class NeedsFollowMerge implements FollowsMerge {

    static final int AFTER_CONVERSATIONS = 500;

    private static final String PERSON = "need_person";
    private static final String MET_AS = "need_person_not_met";
    private static final String NOBODY = "-";

    private final JdbcClient jdbc;
    private final PeopleOfNeeds people;
    private final ObjectProvider<LeansOnPeople> leaning;

    NeedsFollowMerge(JdbcClient jdbc, PeopleOfNeeds people, ObjectProvider<LeansOnPeople> leaning) {
        this.jdbc = jdbc;
        this.people = people;
        this.leaning = leaning;
    }

    @Override
    public List<MovedRow> follow(ContactId absorbed, ContactId kept) {
        List<MovedRow> moved = new ArrayList<>(persons(absorbed, kept));
        for (MovedRow row : List.copyOf(moved)) {
            NeedId need = need(row);
            people.join(need, kept, roles(row, "roles"));
            people.leave(need, absorbed);
        }
        jdbc.sql("update need_person_not_met set met_as = :kept where met_as = :absorbed returning id")
                .param("kept", kept.value())
                .param("absorbed", absorbed.value())
                .query(UUID.class)
                .list()
                .forEach(id -> moved.add(MovedRow.of(MET_AS, "id", Objects.requireNonNull(id))));
        return moved;
    }

    /** Who both were in a need, before they became one. */
    private List<MovedRow> persons(ContactId absorbed, ContactId kept) {
        return jdbc.sql("""
                        select a.*, array_to_string(array_remove(array[
                                 case when k.has_problem then 'has_problem' end, case when k.feels_it then 'feels_it' end,
                                 case when k.pays then 'pays' end, case when k.decides then 'decides' end,
                                 case when k.opens_door then 'opens_door' end], null), ',') as kept_roles,
                               k.need_id is not null as kept_there
                          from need_person a
                          left join need_person k on k.need_id = a.need_id and k.contact_id = :kept
                         where a.contact_id = :absorbed order by a.need_id
                        """)
                .param("kept", kept.value())
                .param("absorbed", absorbed.value())
                .query(NeedsFollowMerge::moved)
                .list();
    }

    private static MovedRow moved(ResultSet row, int n) throws SQLException {
        String held = PersonRoles.of(row).stream().map(NeedWords::word).collect(Collectors.joining(","));
        return new MovedRow(
                PERSON,
                Map.of(
                        "need_id",
                        NeedRows.id(row, "need_id"),
                        "roles",
                        held,
                        "kept_roles",
                        row.getBoolean("kept_there") ? row.getString("kept_roles") : NOBODY));
    }

    /**
     * The turns are back with who said them. The kept one stays wherever they have spoken themselves since, and wherever an
     * offer went to them; and whoever has words in a need that was noted since becomes one of its people.
     */
    @Override
    public void goBack(ContactId absorbed, ContactId kept, List<MovedRow> rows) {
        Set<NeedId> staying = leaning.stream()
                .flatMap(other -> other.needsOf(kept, rows).stream())
                .collect(Collectors.toSet());
        for (MovedRow row : rows) {
            if (row.isOf(PERSON)) {
                part(row, absorbed, kept, staying);
            } else if (row.isOf(MET_AS)) {
                jdbc.sql("update need_person_not_met set met_as = :absorbed where id = :id and met_as = :kept")
                        .param("absorbed", absorbed.value())
                        .param("id", row.uuid("id"))
                        .param("kept", kept.value())
                        .update();
            }
        }
        joinWhereTheyHaveWords(absorbed, kept);
    }

    private void joinWhereTheyHaveWords(ContactId absorbed, ContactId kept) {
        jdbc.sql("""
                        insert into need_person (need_id, contact_id, has_problem, feels_it, pays, decides, opens_door)
                        select p.need_id, :absorbed, p.has_problem, p.feels_it, p.pays, p.decides, p.opens_door
                          from need_person p
                         where p.contact_id = :kept
                           and exists (select from need_turn t where t.need_id = p.need_id and t.speaker_id = :absorbed)
                        on conflict do nothing""")
                .param("absorbed", absorbed.value())
                .param("kept", kept.value())
                .update();
    }

    private void part(MovedRow row, ContactId absorbed, ContactId kept, Set<NeedId> staying) {
        NeedId need = need(row);
        people.join(need, absorbed, roles(row, "roles"));
        if (!NOBODY.equals(row.text("kept_roles"))) {
            people.set(need, kept, roles(row, "kept_roles"));
            return;
        }
        if (staying.contains(need)) {
            return;
        }
        jdbc.sql("""
                        delete from need_person p where p.need_id = :need and p.contact_id = :kept
                           and not exists (select from need_turn t where t.need_id = :need and t.speaker_id = :kept)
                        """).param("need", need.value()).param("kept", kept.value()).update();
    }

    private static NeedId need(MovedRow row) {
        return new NeedId(row.uuid("need_id"));
    }

    private static Set<PersonRole> roles(MovedRow row, String key) {
        return PersonRole.setOf(Arrays.stream(row.text(key).split(","))
                .filter(word -> !word.isEmpty())
                .map(word -> NeedWords.in(PersonRole.class, word))
                .toList());
    }
}
