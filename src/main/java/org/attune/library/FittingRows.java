package org.attune.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.library.Candidate.Match;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was heard, and what of the library has words or themes of it. */
@Component
class FittingRows {

    /** As many of the last things heard as count, and as many characters of each. */
    private static final int HEARD = 12;

    private static final int LONGEST = 2_000;

    /**
     * What has one of the words in its own language, the most alike first, with every word it shares. Looks in the indexes
     * {@code material_fits}, {@code material_version_fits} and {@code story_fits}.
     */
    static final String CANDIDATES = """
            with token as (
              select p.n, t.at, t.word from unnest(:words::text[]) with ordinality p (words, n)
               cross join lateral regexp_split_to_table(p.words, '[^[:alnum:]]+') with ordinality t (word, at)
               where char_length(t.word) between 3 and 40),
            term as (
              select distinct c.language, x.lexeme, k.n, k.at, k.word from token k
               cross join (values ('en', 'english'::regconfig), ('de', 'german'::regconfig), ('', 'simple'::regconfig)) c (language, rules)
               cross join lateral unnest(to_tsvector(c.rules, k.word)) x
               where c.language <> '' or char_length(k.word) > 4),
            asked as (
              select language, string_agg(distinct '''' || lexeme || '''', ' | ')::tsquery as any_of from term group by language),
            near as (
              select m.id from asked a join material m on m.fits @@ a.any_of and m.retired_at is null
              union
              select v.material_id from asked a join material_version v on v.fits @@ a.any_of and v.published_at is not null
              union
              select x.material_id from theme e join material_theme x on x.theme_id = e.id where e.stands_for = any (:themes::uuid[])),
            told as (
              select s.id from asked a join story s on s.fits @@ a.any_of and s.retired_at is null
              union
              select x.story_id from theme e join story_theme x on x.theme_id = e.id where e.stands_for = any (:themes::uuid[])),
            item as (
              (select m.id, v.id as version, m.title, case when m.language in ('en', 'de') then m.language else '' end as language,
                      m.fits || v.fits as fits,
                      array(select distinct e.stands_for from material_theme x join theme e on e.id = x.theme_id
                             where x.material_id = m.id and e.stands_for = any (:themes::uuid[])) as themes
                 from near join material m on m.id = near.id and m.retired_at is null
                 join lateral (select v.id, v.fits from material_version v
                                where v.material_id = m.id and v.published_at is not null order by v.number desc limit 1) v on true
                 left join asked a on a.language = case when m.language in ('en', 'de') then m.language else '' end
                where not exists (select from response_use u join turn t on t.id = u.response_id
                                    join material_version g on g.id = u.material_version_id
                                   where t.conversation_id = :conversation and g.material_id = m.id)
                order by ts_rank(m.fits, coalesce(a.any_of, ''::tsquery)) desc, m.id limit 60)
              union all
              (select s.id, null, s.title, case when s.language in ('en', 'de') then s.language else '' end, s.fits,
                      array(select distinct e.stands_for from story_theme x join theme e on e.id = x.theme_id
                             where x.story_id = s.id and e.stands_for = any (:themes::uuid[]))
                 from told join seen_story(:viewer) s on s.id = told.id and s.retired_at is null
                 left join asked a on a.language = case when s.language in ('en', 'de') then s.language else '' end
                where exists (select from consent_at(s.id, :now) c where c.scope = 'written' or not :written)
                  and not exists (select from response_use u join turn t on t.id = u.response_id
                                   where t.conversation_id = :conversation and u.story_id = s.id)
                order by ts_rank(s.fits, coalesce(a.any_of, ''::tsquery)) desc, s.id limit 60))
            select i.id, i.version, i.title, i.themes, h.n, h.at, h.word, h.lexeme, coalesce(h.weights[1], 'D') as place
              from item i
              left join lateral (select t.n, t.at, t.word, t.lexeme, f.weights from unnest(i.fits) f
                                   join term t on t.language = i.language and t.lexeme = f.lexeme) h on true
             where not exists (select from fitting_refused x where x.conversation_id = :conversation and x.item_id = i.id)
             order by i.id, h.n, h.at""";

    private final JdbcClient jdbc;

    FittingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is personal or sensitive is nothing to suggest by. */
    HeardHere heard(Viewer viewer, ConversationId conversation) {
        List<Passage> passages = new ArrayList<>();
        Map<UUID, HeardHere.Theme> themes = new HashMap<>();
        jdbc.sql("""
                        with here as (
                          select t.id, t.seq, coalesce(nullif(btrim(c.given_name), ''), c.name) as speaker, t.words
                            from seen_turn(:viewer) t left join seen_contact(:viewer) c on c.id = t.speaker_id
                           where t.conversation_id = :conversation and t.kind = 'heard' and t.words is not null
                             and not exists (select from turn_mark k where k.turn_id = t.id and k.kind in ('personal', 'sensitive'))
                           order by t.seq desc limit :heard)
                        select 1 as kind, h.seq, h.speaker as label, h.words, null::uuid as theme from here h
                        union all
                        select 2, h.seq, e.name, '', e.id from here h join turn_theme x on x.turn_id = h.id
                          join theme d on d.id = x.theme_id join theme e on e.id = d.stands_for
                        union all
                        select 3, 0, n.title, n.title || ' ' || coalesce((
                                 select string_agg(coalesce(l.excerpt, t.words), ' ') from need_turn l join seen_turn(:viewer) t
                                   on t.id = l.heard_id where l.need_id = n.id and t.conversation_id <> :conversation), ''), null
                          from seen_need(:viewer) n
                         where n.ended_at is null and exists (
                               select from need_person p join participant a on a.contact_id = p.contact_id
                                where p.need_id = n.id and a.conversation_id = :conversation)
                         order by 1, 2 desc""")
                .param("viewer", viewer.uuid())
                .param("conversation", conversation.value())
                .param("heard", HEARD)
                .query((ResultSet row) -> {
                    UUID theme = row.getObject("theme", UUID.class);
                    if (theme != null) {
                        themes.putIfAbsent(theme, new HeardHere.Theme(row.getString("label"), row.getInt("seq")));
                    } else {
                        passages.add(passage(row, passages.size()));
                    }
                });
        return new HeardHere(passages, themes);
    }

    private static Passage passage(ResultSet row, int ago) throws SQLException {
        String words = row.getString("words");
        String cut = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        String label = row.getString("label");
        return row.getInt("kind") == 3
                ? Passage.ofNeed(label, cut)
                : Passage.heard(label == null ? "" : label, row.getInt("seq"), cut, ago);
    }

    List<Candidate> candidates(
            Viewer viewer, ConversationId conversation, HeardHere heard, boolean written, Instant now) {
        Map<UUID, Candidate> found = new LinkedHashMap<>();
        jdbc.sql(CANDIDATES)
                .param("words", heard.passages().stream().map(Passage::words).toArray(String[]::new))
                .param("themes", heard.themes().keySet().toArray(UUID[]::new))
                .param("viewer", viewer.uuid())
                .param("conversation", conversation.value())
                .param("now", Timestamp.from(now))
                .param("written", written)
                .query((ResultSet row) -> {
                    UUID id = row.getObject("id", UUID.class);
                    Candidate one = found.get(id);
                    if (one == null) {
                        one = candidate(row, id);
                        found.put(id, one);
                    }
                    if (row.getString("word") != null) {
                        one.matches().add(match(row));
                    }
                });
        return List.copyOf(found.values());
    }

    private static Candidate candidate(ResultSet row, UUID id) throws SQLException {
        UUID version = row.getObject("version", UUID.class);
        return new Candidate(
                id,
                version == null ? null : new MaterialVersionId(version),
                row.getString("title"),
                Arrays.asList((UUID[]) row.getArray("themes").getArray()),
                new ArrayList<>());
    }

    private static Match match(ResultSet row) throws SQLException {
        return new Match(
                row.getInt("n") - 1,
                row.getInt("at"),
                row.getString("word"),
                row.getString("lexeme"),
                row.getString("place").charAt(0));
    }

    /** @return whether the viewer may see the conversation */
    boolean waveAway(Viewer viewer, ConversationId conversation, UUID item, Instant now) {
        return jdbc.sql("""
                                insert into fitting_refused (conversation_id, item_id, refused_by, refused_at)
                                select v.id, :item, :viewer, :now from seen_conversation(:viewer) v where v.id = :conversation
                                   and (exists (select from material m where m.id = :item) or exists (select from story s where s.id = :item))
                                    on conflict do nothing""")
                                .param("item", item)
                                .param("viewer", viewer.uuid())
                                .param("now", Timestamp.from(now))
                                .param("conversation", conversation.value())
                                .update()
                        > 0
                || maySee(viewer, conversation);
    }

    private boolean maySee(Viewer viewer, ConversationId conversation) {
        @Nullable
        Integer there = jdbc.sql("select 1 from seen_conversation(:viewer) where id = :conversation")
                .param("conversation", conversation.value())
                .param("viewer", viewer.uuid())
                .query(Integer.class)
                .optional()
                .orElse(null);
        return there != null;
    }
}
