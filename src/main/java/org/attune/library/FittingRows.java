package org.attune.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.library.Candidate.Match;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of the library has words or themes of what was heard, for one or for many who were heard. */
@Component
class FittingRows {

    /**
     * What has one of the words in its own language, the most alike first, with every word it shares. Looks in the indexes
     * {@code material_fits}, {@code material_version_fits} and {@code story_fits}. Everything is asked for each who was heard. First
     * comes a row for each language with the words said and what they have in common with other forms of them, then one for each
     * thing with those it has: a row for each word in each thing would be seventeen times as many.
     */
    static final String CANDIDATES = """
            with token as (
              select p.n, p.whose, t.at, t.word from unnest(:words::text[], :whose::int[]) with ordinality p (words, whose, n)
               cross join lateral regexp_split_to_table(p.words, '[^[:alnum:]]+') with ordinality t (word, at)
               where char_length(t.word) between 3 and 40),
            term as (
              select distinct k.whose, c.language, x.lexeme, k.n, k.at, k.word from token k
               cross join (values ('en', 'english'::regconfig), ('de', 'german'::regconfig), ('', 'simple'::regconfig)) c (language, rules)
               cross join lateral unnest(to_tsvector(c.rules, k.word)) x
               where c.language <> '' or char_length(k.word) > 4),
            asked as (
              select whose, language, string_agg(distinct '''' || lexeme || '''', ' | ')::tsquery as any_of from term group by whose, language),
            about as (select * from unnest(:themes::uuid[], :themesOf::int[]) a (theme, whose)),
            given as (select * from unnest(:given::uuid[], :givenTo::int[]) g (item, whose)),
            near as (
              select a.whose, m.id from asked a join material m on m.fits @@ a.any_of and m.retired_at is null
              union
              select a.whose, v.material_id from asked a join material_version v on v.fits @@ a.any_of and v.published_at is not null
              union
              select a.whose, x.material_id from about a join theme e on e.stands_for = a.theme join material_theme x on x.theme_id = e.id),
            told as (
              select a.whose, s.id from asked a join story s on s.fits @@ a.any_of and s.retired_at is null
              union
              select a.whose, x.story_id from about a join theme e on e.stands_for = a.theme join story_theme x on x.theme_id = e.id),
            placed as (
              select n.whose, m.id, v.id as version, v.fits,
                     row_number() over (partition by n.whose order by ts_rank(m.fits, coalesce(a.any_of, ''::tsquery)) desc, m.id) as place
                from near n join material m on m.id = n.id and m.retired_at is null
                join lateral (select v.id, v.fits from material_version v
                               where v.material_id = m.id and v.published_at is not null order by v.number desc limit 1) v on true
                left join asked a on a.whose = n.whose and a.language = case when m.language in ('en', 'de') then m.language else '' end
               where not exists (select from given g where g.whose = n.whose and g.item = m.id)),
            placed_stories as (
              select n.whose, s.id, s.title, s.language, s.fits,
                     row_number() over (partition by n.whose order by ts_rank(s.fits, coalesce(a.any_of, ''::tsquery)) desc, s.id) as place
                from told n join seen_story(:viewer) s on s.id = n.id and s.retired_at is null
                left join asked a on a.whose = n.whose and a.language = case when s.language in ('en', 'de') then s.language else '' end
               where exists (select from consent_at(s.id, :now) c where c.scope = 'written' or not :written)
                 and not exists (select from given g where g.whose = n.whose and g.item = s.id)),
            item as (
              select p.whose, m.id, p.version, m.title, case when m.language in ('en', 'de') then m.language else '' end as language,
                     m.fits || p.fits as fits,
                     array(select distinct e.stands_for from material_theme x join theme e on e.id = x.theme_id
                             join about a on a.theme = e.stands_for and a.whose = p.whose where x.material_id = m.id) as themes
                from placed p join material m on m.id = p.id where p.place <= :most
              union all
              select p.whose, p.id, null, p.title, case when p.language in ('en', 'de') then p.language else '' end, p.fits,
                     array(select distinct e.stands_for from story_theme x join theme e on e.id = x.theme_id
                             join about a on a.theme = e.stands_for and a.whose = p.whose where x.story_id = p.id)
                from placed_stories p where p.place <= :most),
            shared as (
              select i.whose, i.id, array_agg(f.lexeme) as lexemes, array_agg(coalesce(f.weights[1], 'D')) as places
                from item i cross join lateral unnest(i.fits) f
               where f.lexeme in (select k.lexeme from term k)
               group by i.whose, i.id)
            select i.whose, i.language, i.id, i.version, i.title, i.themes, h.lexemes, h.places, null::text[] as words, null::int[] as n, null::int[] as at
              from item i left join shared h on h.whose = i.whose and h.id = i.id
             union all
            select k.whose, k.language, null, null, null, null, array_agg(k.lexeme order by k.n, k.at), null,
                   array_agg(k.word order by k.n, k.at), array_agg(k.n::int order by k.n, k.at), array_agg(k.at::int order by k.n, k.at)
              from term k group by k.whose, k.language
             order by whose, id nulls first""";

    private final JdbcClient jdbc;

    FittingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For each who was heard what may fit, and of each kind not more than so many. */
    List<List<Candidate>> candidates(Viewer viewer, List<HeardHere> heard, boolean written, Instant now, int most) {
        Asked asked = Asked.of(heard);
        List<List<Candidate>> found = new ArrayList<>();
        heard.forEach(one -> found.add(new ArrayList<>()));
        Map<String, List<Said>> said = new HashMap<>();
        asked.in(jdbc.sql(CANDIDATES))
                .param("viewer", viewer.uuid())
                .param("now", Timestamp.from(now))
                .param("written", written)
                .param("most", most)
                .query((ResultSet row) -> {
                    int whose = row.getInt("whose");
                    String inWhich = whose + row.getString("language");
                    UUID id = row.getObject("id", UUID.class);
                    if (id == null) {
                        said.put(inWhich, said(row, asked.before(whose)));
                    } else {
                        found.get(whose).add(candidate(row, id, said.getOrDefault(inWhich, List.of())));
                    }
                });
        return found.stream().map(List::copyOf).toList();
    }

    /** A word that was said: the how-manieth of which passage, and what it has in common with other forms of it. */
    private record Said(int passage, int at, String word, String root) {}

    private static List<Said> said(ResultSet row, int before) throws SQLException {
        String[] roots = strings(row, "lexemes");
        String[] words = strings(row, "words");
        Integer[] passages = (Integer[]) row.getArray("n").getArray();
        Integer[] at = (Integer[]) row.getArray("at").getArray();
        return IntStream.range(0, roots.length)
                .mapToObj(word -> new Said(passages[word] - 1 - before, at[word], words[word], roots[word]))
                .toList();
    }

    private static Candidate candidate(ResultSet row, UUID id, List<Said> said) throws SQLException {
        UUID version = row.getObject("version", UUID.class);
        return new Candidate(
                id,
                version == null ? null : new MaterialVersionId(version),
                row.getString("title"),
                Arrays.asList((UUID[]) row.getArray("themes").getArray()),
                row.getArray("lexemes") == null
                        ? List.of()
                        : matches(said, strings(row, "lexemes"), strings(row, "places")));
    }

    private static List<Match> matches(List<Said> said, String[] roots, String[] places) {
        Map<String, Character> inIt = new HashMap<>();
        for (int n = 0; n < roots.length; n++) {
            inIt.put(roots[n], places[n].charAt(0));
        }
        List<Match> matches = new ArrayList<>();
        for (Said word : said) {
            Character place = inIt.get(word.root());
            if (place != null) {
                matches.add(new Match(word.passage(), word.at(), word.word(), word.root(), place));
            }
        }
        return matches;
    }

    private static String[] strings(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
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
