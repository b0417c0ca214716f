package org.attune.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was heard, what it is about, what is needed, and what was given already. What is personal or sensitive is nothing to suggest by. */
@Component
class HeardRows {

    /** As many of the last things heard as count, and as many characters of each. */
    private static final int IN_A_CONVERSATION = 12;

    private static final int FROM_A_PERSON = 6;
    private static final int LONGEST = 2_000;

    private static final String OPEN = """
            t.kind = 'heard' and t.words is not null
               and not exists (select from turn_mark k where k.turn_id = t.id and k.kind in ('personal', 'sensitive'))""";

    private static final String SAID = """
            select h.whose, 1 as kind, h.seq, h.speaker as label, h.words, null::uuid as id, h.conversation_id, h.said_at from here h
            union all
            select h.whose, 2, h.seq, e.name, '', e.id, h.conversation_id, h.said_at from here h join turn_theme x on x.turn_id = h.id
              join theme d on d.id = x.theme_id join theme e on e.id = d.stands_for
            union all
            """;

    private final JdbcClient jdbc;

    HeardRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In one conversation; its own turns are not said once more for the need they belong to. */
    HeardHere in(Viewer viewer, ConversationId conversation) {
        Reading reading = new Reading(false);
        jdbc.sql("""
                        with here as (
                          select 0 as whose, t.id, t.seq, coalesce(nullif(btrim(c.given_name), ''), c.name) as speaker, t.words,
                                 t.conversation_id, t.said_at
                            from seen_turn(:viewer) t left join seen_contact(:viewer) c on c.id = t.speaker_id
                           where t.conversation_id = :conversation and %s
                           order by t.seq desc limit :heard)
                        %s
                        select 0, 3, 0, n.title, n.title || ' ' || coalesce((
                                 select string_agg(coalesce(l.excerpt, t.words), ' ') from need_turn l join seen_turn(:viewer) t
                                   on t.id = l.heard_id where l.need_id = n.id and t.conversation_id <> :conversation), ''), null, null, null
                          from seen_need(:viewer) n
                         where n.ended_at is null and exists (
                               select from need_person p join participant a on a.contact_id = p.contact_id
                                where p.need_id = n.id and a.conversation_id = :conversation)
                        union all
                        select 0, 4, 0, '', '', x.item_id, null, null from fitting_refused x where x.conversation_id = :conversation
                        union all
                        select 0, 4, 0, '', '', coalesce(v.material_id, u.story_id), null, null
                          from response_use u join turn t on t.id = u.response_id left join material_version v on v.id = u.material_version_id
                         where t.conversation_id = :conversation
                         order by 1, 2, 3 desc""".formatted(OPEN, SAID))
                .param("viewer", viewer.uuid())
                .param("conversation", conversation.value())
                .param("heard", IN_A_CONVERSATION)
                .query((ResultSet row) -> reading.take(row));
        return reading.heard();
    }

    /** From each of them, wherever the viewer may read it. Whose question is to be answered is asked about that alone. */
    List<HeardHere> from(Viewer viewer, List<WhomToHelp> people) {
        List<Reading> readings = people.stream()
                .map(one -> new Reading(one.wantsToKnow() != null))
                .toList();
        jdbc.sql("""
                        with whom as (
                          select p.contact, p.about, (p.n - 1)::int as whose, coalesce(nullif(btrim(c.given_name), ''), c.name) as speaker
                            from unnest(:people::uuid[], :abouts::uuid[]) with ordinality p (contact, about, n)
                            join seen_contact(:viewer) c on c.id = p.contact),
                        here as (
                          select w.whose, t.id, t.seq, w.speaker, t.words, t.conversation_id, t.said_at from whom w
                           cross join lateral (select t.* from seen_turn(:viewer) t where t.speaker_id = w.contact and %s
                                                order by t.said_at desc, t.seq desc limit :heard) t
                           where w.about is null)
                        %s
                        select w.whose, 3, 0, n.title, n.title || ' ' || coalesce((
                                 select string_agg(coalesce(l.excerpt, t.words), ' ') from need_turn l join seen_turn(:viewer) t
                                   on t.id = l.heard_id where l.need_id = n.id), ''), null, null, null
                          from whom w join need_person p on p.contact_id = w.contact join seen_need(:viewer) n on n.id = p.need_id
                         where n.ended_at is null and (w.about is null or n.id = w.about)
                        union all
                        select w.whose, 4, 0, '', '', coalesce(v.material_id, g.story_id), null, null
                          from whom w join touch g on g.contact_id = w.contact left join material_version v on v.id = g.material_version_id
                         where v.material_id is not null or g.story_id is not null
                        union all
                        select w.whose, 4, 0, '', '', coalesce(v.material_id, u.story_id), null, null
                          from whom w join participant a on a.contact_id = w.contact join turn t on t.conversation_id = a.conversation_id
                          join response_use u on u.response_id = t.id left join material_version v on v.id = u.material_version_id
                        union all
                        select w.whose, 4, 0, '', '', s.id, null, null from whom w join seen_story(:viewer) s on s.contact_id = w.contact
                         order by 1, 2, said_at desc nulls last, 3 desc""".formatted(OPEN, SAID))
                .param("viewer", viewer.uuid())
                .param(
                        "people",
                        people.stream().map(one -> one.contact().value()).toArray(UUID[]::new))
                .param("abouts", people.stream().map(WhomToHelp::wantsToKnow).toArray(UUID[]::new))
                .param("heard", FROM_A_PERSON)
                .query((ResultSet row) -> readings.get(row.getInt("whose")).take(row));
        return readings.stream().map(Reading::heard).toList();
    }

    /** One who was heard, as the rows come. */
    private static final class Reading {

        private final boolean wantsToKnow;
        private final List<Passage> passages = new ArrayList<>();
        private final Map<UUID, HeardHere.Theme> themes = new HashMap<>();
        private final Set<UUID> given = new HashSet<>();

        Reading(boolean wantsToKnow) {
            this.wantsToKnow = wantsToKnow;
        }

        void take(ResultSet row) throws SQLException {
            String label = Objects.requireNonNullElse(row.getString("label"), "");
            UUID id = row.getObject("id", UUID.class);
            switch (row.getInt("kind")) {
                case 1 ->
                    passages.add(
                            Passage.heard(label, Objects.requireNonNull(spoken(row)), words(row), passages.size()));
                case 2 -> themes.putIfAbsent(id, new HeardHere.Theme(label, Objects.requireNonNull(spoken(row))));
                case 3 ->
                    passages.add(wantsToKnow ? Passage.asked(label, words(row)) : Passage.ofNeed(label, words(row)));
                default -> given.add(id);
            }
        }

        HeardHere heard() {
            return new HeardHere(passages, themes, given);
        }

        private static String words(ResultSet row) throws SQLException {
            String words = row.getString("words");
            return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        }

        private static @Nullable Spoken spoken(ResultSet row) throws SQLException {
            UUID talk = row.getObject("conversation_id", UUID.class);
            return talk == null
                    ? null
                    : new Spoken(
                            new ConversationId(talk),
                            row.getInt("seq"),
                            row.getTimestamp("said_at").toInstant());
        }
    }
}
