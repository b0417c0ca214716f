package org.attune.voice;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers call their problem, beside what we call it: the words of a theme in their mouths against what we answered and told
 * them there and what our materials about it say. A word that one person alone uses is not shown.
 */
@Component
@Transactional(readOnly = true)
public class Phrases {

    private static final int HEARD = 2_000;
    private static final int OURS = 3_000;
    private static final int SHOWN = 12;
    private static final double SURELY = 1.96;
    private static final long OFTEN = 3;
    private static final int PEOPLE = 2;

    private final JdbcClient jdbc;

    Phrases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param theirs the words that are theirs most surely first
     * @param ours those that are ours
     * @param heard of how many things they said
     * @param said of how many of ours
     */
    public record Both(List<Phrase> theirs, List<Phrase> ours, int heard, int said) {

        public Both {
            theirs = List.copyOf(theirs);
            ours = List.copyOf(ours);
        }
    }

    private record Heard(UUID turn, UUID speaker, Set<String> words) {}

    public Both of(VoiceFilter filter, UUID theme) {
        List<Heard> heard = heard(filter, theme);
        List<Set<String>> ours = ours(filter, theme);
        Map<String, Set<UUID>> people = new HashMap<>();
        heard.forEach(one -> one.words().forEach(word -> people.computeIfAbsent(word, none -> new HashSet<>())
                .add(one.speaker())));
        List<Phrase> all = Telling.apart(heard.stream().map(Heard::words).toList(), ours);
        return new Both(
                all.stream()
                        .filter(one -> one.score() >= SURELY
                                && one.theirs() >= OFTEN
                                && people.getOrDefault(one.text(), Set.of()).size() >= PEOPLE)
                        .sorted(Comparator.comparing(Phrase::score).reversed().thenComparing(Phrase::text))
                        .limit(SHOWN)
                        .toList(),
                all.stream()
                        .filter(one -> one.score() <= -SURELY && one.ours() >= OFTEN)
                        .sorted(Comparator.comparing(Phrase::score).thenComparing(Phrase::text))
                        .limit(SHOWN)
                        .toList(),
                heard.size(),
                ours.size());
    }

    /** Where they used it. */
    public List<VoicedTurn> turns(VoiceFilter filter, UUID theme, String phrase) {
        UUID[] where = heard(filter, theme).stream()
                .filter(one -> one.words().contains(phrase))
                .map(Heard::turn)
                .toArray(UUID[]::new);
        return jdbc.sql("select " + VoiceRows.COLUMNS + " from voiced_turn(:viewer) t " + VoiceRows.WHO
                        + " where t.id = any (:turns::uuid[]) order by t.said_at desc, t.id desc")
                .param("viewer", filter.viewer().uuid())
                .param("turns", where)
                .query((row, n) -> VoiceRows.turn(row, filter.viewer()))
                .list();
    }

    /**
     * The latest; names are out of all of it, whatever the hat, because whoever writes does not need them. Which names is asked once for
     * each conversation and not for each turn.
     */
    private List<Heard> heard(VoiceFilter filter, UUID theme) {
        return jdbc.sql("with page as (" + VoicedTurns.ABOUT + """
                         group by d.turn_id, d.said_at, d.speaker_id order by d.said_at desc, d.turn_id desc limit :most),
                        said as materialized (
                          select t.id, t.conversation_id, t.speaker_id, t.words, t.said_at
                            from page p join voiced_turn(:viewer) t on t.id = p.turn_id),
                        there as materialized (
                          select distinct p.conversation_id, c.id, c.company_id
                            from (select distinct conversation_id from said) v
                            join participant p on p.conversation_id = v.conversation_id join contact c on c.id = p.contact_id),
                        person as (
                          select conversation_id, id from there union
                          select h.conversation_id, c.id from there h join contact c on c.company_id = h.company_id),
                        known as (
                          select p.conversation_id, array_agg(distinct n.name) as names
                            from person p join contact c on c.id = p.id left join company q on q.id = c.company_id
                           cross join lateral (values (c.given_name), (c.family_name), (q.name),
                             (case when length(split_part(q.name, ' ', 1)) >= 4 then split_part(q.name, ' ', 1) end)) n (name)
                           where n.name <> '' group by p.conversation_id)
                        select s.id, s.speaker_id, s.words, k.names
                          from said s left join known k on k.conversation_id = s.conversation_id order by s.said_at desc, s.id desc""")
                .params(filter.parameters())
                .param("theme", theme)
                .param("most", HEARD)
                .query((row, n) -> new Heard(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        Objects.requireNonNull(row.getObject("speaker_id", UUID.class)),
                        Telling.in(Nameless.cut(row.getString("words"), VoiceRows.texts(row.getArray("names"))))))
                .list();
    }

    private List<Set<String>> ours(VoiceFilter filter, UUID theme) {
        Stream<String> said = jdbc
                .sql("""
                        with talk as (
                          select distinct d.conversation_id from themes_in_sight(:viewer) d join theme f on f.id = d.theme_id
                           where f.stands_for = :theme and %s)
                        select t.words from seen_turn(:viewer) t join talk on talk.conversation_id = t.conversation_id
                         where t.kind in ('responded', 'told') and t.words is not null
                         order by t.said_at desc, t.id desc limit :most""".formatted(VoiceFilter.narrowed("d.speaker_id", "d.day_team", "d.said_at")))
                .params(filter.parameters())
                .param("theme", theme)
                .param("most", OURS)
                .query(String.class)
                .stream();
        Stream<String> written = jdbc
                .sql("""
                        select v.body from material_theme h join theme f on f.id = h.theme_id
                          join seen_material(:viewer) m on m.id = h.material_id
                          join lateral (select w.body from material_version w
                                         where w.material_id = m.id and w.published_at is not null
                                         order by w.number desc limit 1) v on true
                         where f.stands_for = :theme and m.retired_at is null limit :most""")
                .params(filter.parameters())
                .param("theme", theme)
                .param("most", OURS)
                .query(String.class)
                .stream();
        try (said;
                written) {
            // A material is many paragraphs, and each is one thing said.
            return Stream.concat(said, written.flatMap(body -> Stream.of(body.split("\\n\\s*\\n"))))
                    .map(Telling::in)
                    .filter(words -> !words.isEmpty())
                    .collect(Collectors.toList());
        }
    }
}
