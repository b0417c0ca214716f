package org.attune.nurture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.people.ContactName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds out where several people get the same words, whatever the names in them. It points that out, and forbids nothing. */
@Component
@Transactional(readOnly = true)
public class SameWords {

    /** More than this many of a kind are more than a few. */
    public static final int A_FEW = 3;

    private static final int MOST = 50;

    private final JdbcClient jdbc;

    SameWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The people in each group that would get much the same; those whose words are their own are in none. */
    public List<Set<ContactId>> groups(Map<ContactId, String> words) {
        List<ContactId> people = List.copyOf(words.keySet());
        List<Set<Integer>> groups = new ArrayList<>();
        pairs(people, people.stream().map(words::get).toArray(String[]::new)).forEach(pair -> join(groups, pair));
        return groups.stream()
                .map(group -> {
                    Set<ContactId> who = new LinkedHashSet<>();
                    group.forEach(n -> who.add(people.get(n)));
                    return who;
                })
                .toList();
    }

    private List<int[]> pairs(List<ContactId> people, @Nullable String[] words) {
        return jdbc.sql("""
                        with said as (
                          select x.n, bare_words(x.words, c.given_name, c.family_name) as bare
                            from unnest(cast(:people as uuid[]), cast(:words as text[])) with ordinality as x(id, words, n)
                            join contact c on c.id = x.id)
                        select a.n - 1 as one, b.n - 1 as other from said a join said b on a.n < b.n
                         where much_alike(a.bare, b.bare) order by a.n, b.n""")
                .param("people", people.stream().map(ContactId::value).toArray(UUID[]::new))
                .param("words", words)
                .query((row, n) -> new int[] {row.getInt("one"), row.getInt("other")})
                .list();
    }

    /** Who resembles one of a group belongs to it. */
    private static void join(List<Set<Integer>> groups, int[] pair) {
        Set<Integer> joined = new TreeSet<>(Set.of(pair[0], pair[1]));
        groups.removeIf(group -> {
            boolean meets = group.contains(pair[0]) || group.contains(pair[1]);
            if (meets) {
                joined.addAll(group);
            }
            return meets;
        });
        groups.add(joined);
    }

    /** Who else of those the viewer sees got much the same from the same person, within a month of it. */
    public List<ContactName> others(Viewer viewer, TouchView touch) {
        if (touch.words() == null) {
            return List.of();
        }
        return jdbc.sql("""
                        select distinct c.id, c.name, c.given_name, c.pronoun, k.name as company, c.sort_name
                          from touches_like(:id) o
                          join seen_contact(:viewer) c on c.id = o.contact_id
                          left join company k on k.id = c.company_id
                         order by c.sort_name, c.id limit :most""")
                .param("id", touch.id())
                .param("viewer", viewer.uuid())
                .param("most", MOST)
                .query((row, n) -> new ContactName(
                        new ContactId(Objects.requireNonNull(row.getObject("id", UUID.class))),
                        row.getString("name"),
                        row.getString("given_name"),
                        row.getString("pronoun"),
                        row.getString("company")))
                .list();
    }
}
