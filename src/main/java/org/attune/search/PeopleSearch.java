package org.attune.search;

import java.util.Map;
import org.attune.access.Viewer;
import org.attune.people.InSight;
import org.attune.people.NamesInSight;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds people by what stands in their names, in whatever order, by a piece of an address or a number, and by the organisation's own
 * fields; and whoever is called something like it.
 */
@Component
class PeopleSearch {

    /** All words typed are in it: 4 where it is nothing else, 3 where each begins a word, 2 where they merely are in it. */
    private static final String NAMED = """
            select n.id, n.sorted, case when char_length(n.sorted) = char_length(folded(:plain)) then 4 when %2$s then 3 else 2 end as score
              from (%1$s) n""";

    /** All of them are in sight, so that no more than the page are looked up. */
    private static final String OF_THE_PAGE = "(select f.id, f.score from (%s) f %s)";

    private static final String OTHERWISE = """

            union all
            (select e.contact_id, 2.5 from contact_email e
              where :address <> '' and lower(e.address) like '%' || :address || '%' limit :looked)
            union all
            (select p.contact_id, 2.5 from contact_phone p where :digits <> '' and p.e164 like '%' || :digits || '%' limit :looked)
            union all
            (select v.contact_id, 2.25 from contact_field_value v join custom_field o on o.id = v.field_id
              where o.searched and o.retired_at is null and folded(v.words) like '%' || folded(:pattern) || '%' limit :looked)""";

    private static final String ALIKE = """
            (select c.id, round(word_similarity(folded(:typed), c.folded_name)::numeric, 4) as score from contact c
              where folded(:typed) <% c.folded_name and\s""" + InSight.ANY + """
             limit :looked)
            union all
            (select e.contact_id, 2.5 from contact_email e
              where :email <> '' and lower(e.address) like '%' || :email || '%' limit :looked)""";

    private static final String FOUND = """
            with hit as materialized (%s),
            f as materialized (
              select c.id, max(hit.score) as score, c.sort_name as sorted, (select count(*) from hit) >= :looked as many
                from hit cross join lateral (select x.id, x.sort_name from seen_contact(:viewer) x where x.id = hit.id) c
               group by c.id, c.sort_name),
            page as (select f.* from f %s)
            select p.id, p.score, p.sorted, '/contacts/' || c.id as href, c.name as title,
                   nullif(concat_ws(', ', c.job_title, k.name), '') as about, c.archived_at is not null as archived,
                   p.many and %s as stopped
              from page p join seen_contact(:viewer) c on c.id = p.id left join company k on k.id = c.company_id
             order by p.score desc, p.sorted, p.id""";

    private final NameSearch names;
    private final JdbcClient jdbc;

    PeopleSearch(NameSearch names, JdbcClient jdbc) {
        this.names = names;
        this.jdbc = jdbc;
    }

    InSight sight(Viewer viewer) {
        return InSight.of(jdbc, viewer);
    }

    Hits find(Viewer viewer, InSight sight, Query query, int size, @Nullable String after) {
        Map<String, @Nullable Object> parameters = parameters(viewer, sight, query, size, after);
        parameters.put("address", query.email().contains("@") || query.email().contains(".") ? query.email() : "");
        parameters.put("plain", String.join(" ", query.words()));
        return NameSearch.page(
                names.rows(found(named(query, sight, parameters) + OTHERWISE, !sight.isOfAFew()), parameters), size);
    }

    /** Whoever is called something like it. */
    Hits findAlike(Viewer viewer, InSight sight, Query query, int size, @Nullable String after) {
        return NameSearch.page(names.rows(found(ALIKE, true), parameters(viewer, sight, query, size, after)), size);
    }

    private static Map<String, @Nullable Object> parameters(
            Viewer viewer, InSight sight, Query query, int size, @Nullable String after) {
        Map<String, @Nullable Object> parameters = NameSearch.parameters(viewer, query, size, Place.parse(after));
        sight.into(parameters);
        return parameters;
    }

    private static String found(String hits, boolean stops) {
        return FOUND.formatted(hits, NameSearch.PAGE, stops);
    }

    private static String named(Query query, InSight sight, Map<String, @Nullable Object> parameters) {
        NamesInSight names = new NamesInSight(query.words());
        String named = NAMED.formatted(names.rows(sight, true, NameSearch.MOST, parameters), names.begins("n.sorted"));
        return OF_THE_PAGE.formatted(named, sight.isOfAFew() ? NameSearch.PAGE : "");
    }
}
