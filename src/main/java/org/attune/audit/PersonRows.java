package org.attune.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.attune.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Finds people for admins, who may not see who they are, and reads what the database says about erasing them. */
@Component
class PersonRows {

    private static final TypeReference<TreeMap<String, Integer>> NUMBERS = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, Object>> VALUES = new TypeReference<>() {};

    private static final String FOUND = """
            select c.id, (select s.name from seen_contact(:viewer) s where s.id = c.id) as name, u.name as owner, t.name as team,
                   c.created_at, e.erased_at
              from contact c join app_user u on u.id = c.owner_id join team t on t.id = c.team_id
              left join erasure e on e.id = c.erasure_id
             where c.merged_into is null and\s""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PersonRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<PersonFound> find(Viewer viewer, UUID contact) {
        return jdbc.sql(FOUND + "c.id = :id")
                .param("viewer", viewer.uuid())
                .param("id", contact)
                .query(PersonRows::person)
                .optional();
    }

    /** Whom an e-mail address, a number, a whole name or a link means; parts of a name find nobody. */
    List<PersonFound> meant(Viewer viewer, String typed) {
        return jdbc.sql(FOUND + """
                        c.id in (
                          select coalesce(k.merged_into, k.id) from contact k
                           where k.id = :id or k.folded_name = folded(:typed)
                              or k.id in (select contact_id from contact_email where lower(address) = lower(:typed))
                              or k.id in (select contact_id from contact_phone where e164 = :number))
                         order by c.created_at, c.id limit 20""")
                .param("viewer", viewer.uuid())
                .param("id", Mentioned.in(typed).orElse(new UUID(0, 0)))
                .param("typed", typed)
                .param("number", typed.replaceAll("[^+0-9]", ""))
                .query(PersonRows::person)
                .list();
    }

    private static PersonFound person(ResultSet row, int n) throws SQLException {
        Timestamp erased = row.getTimestamp("erased_at");
        return new PersonFound(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("owner"),
                row.getString("team"),
                row.getTimestamp("created_at").toInstant(),
                erased == null ? null : erased.toInstant());
    }

    boolean isCalled(UUID contact, String name) {
        return jdbc.sql("select exists (select from contact where id = :id and folded_name = folded(btrim(:name)))")
                .param("id", contact)
                .param("name", name.replaceAll("\\s+", " "))
                .query(Boolean.class)
                .single();
    }

    /** Whether a text that stays says who it was. */
    boolean isNamedIn(UUID contact, String text) {
        return jdbc.sql("""
                        select exists (
                          select from contact c where c.id = any (one_person(:id))
                             and (length(c.family_name) > 2 and strpos(folded(:text), folded(c.family_name)) > 0
                               or strpos(folded(:text), c.folded_name) > 0)
                          union all
                          select from contact_email m where m.contact_id = any (one_person(:id))
                             and strpos(lower(:text), lower(m.address)) > 0)""")
                .param("id", contact)
                .param("text", text)
                .query(Boolean.class)
                .single();
    }

    /** Why this erasure erased this person, if it was made before; nothing is said of another's. */
    Optional<String> reasonOf(UUID erasure, UUID contact) {
        return jdbc.sql("""
                        select case when exists (select from contact c where c.id = :contact and c.erasure_id = e.id)
                                    then e.reason else '' end
                          from erasure e where e.id = :id""")
                .param("id", erasure)
                .param("contact", contact)
                .query(String.class)
                .optional();
    }

    Map<String, Integer> erase(UUID erasure, UUID contact, String ground, String reason, @Nullable UUID by) {
        return numbers(jdbc.sql("select erase_person(:erasure, :contact, :ground, :reason, :by)")
                .param("erasure", erasure)
                .param("contact", contact)
                .param("ground", ground)
                .param("reason", reason)
                .param("by", by)
                .query(String.class)
                .single());
    }

    /** What keeps its place, without the words in it. */
    Map<String, Integer> staying(UUID contact) {
        return numbers(jdbc.sql("""
                        with person as (select unnest(one_person(:id)) as id)
                        select jsonb_build_object(
                          'conversation', (select count(distinct conversation_id) from participant where contact_id in (select id from person)),
                          'turn_place', (select count(*) from said_with(one_person(:id))),
                          'evidence', (select count(*) from evidence where turn_id in (select turn_id from said_with(one_person(:id)))),
                          'need_place', (select count(distinct need_id) from need_person where contact_id in (select id from person)),
                          'offer_place', (select count(*) from offer where contact_id in (select id from person) and sent_at is not null),
                          'past_purchase', (select count(*) from past_purchase where contact_id in (select id from person)))""").param("id", contact).query(String.class).single());
    }

    List<KnownPart> known(UUID contact) {
        return jdbc.sql("select relation, content from known_of_person(:id)")
                .param("id", contact)
                .query((row, n) ->
                        new KnownPart(row.getString("relation"), json.readValue(row.getString("content"), VALUES)))
                .list();
    }

    Map<String, Integer> numbers(String text) {
        return json.readValue(text, NUMBERS);
    }
}
