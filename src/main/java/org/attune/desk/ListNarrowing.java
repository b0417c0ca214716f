package org.attune.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.attune.fields.FieldFilter;
import org.attune.health.Band;
import org.attune.people.ContactDetails;
import org.jspecify.annotations.Nullable;

/**
 * What a filter asks, sorted by how it is answered. Only fixed pieces of SQL are put together; what was typed travels beside them.
 *
 * @param along what the index of the order itself answers, or each row on its way
 * @param sieves what the rows of that index are asked one by one, unless few fit: then these are fetched and put in order
 */
record ListNarrowing(List<String> along, List<Sieve> sieves) {

    private static final int SHORTEST_IN_INDEX = 3;

    private static final String NAMED = """
            exists (select from contact n left join company y on y.id = n.company_id
                     where n.id = c.id and (strpos(n.folded_name, folded(:words)) > 0 or strpos(y.folded_name, folded(:words)) > 0))""";

    private static final String THE_NAMED = """
            select n.id from contact n where n.folded_name like '%' || folded(:pattern) || '%'
            union select n.id from company y join contact n on n.company_id = y.id
             where y.folded_name like '%' || folded(:pattern) || '%'""";

    /** Whatever is like it, where nothing has it in its name. */
    private static final Sieve SPELT_ALIKE = Sieve.of(
            "exists (select from contact n where n.id = c.id and n.folded_name % folded(:words))",
            "select n.id from contact n where n.folded_name % folded(:words)");

    /**
     * @param condition over a card called {@code c}
     * @param onCard the same, or that of it which an index of cards answers; none where there is no such index
     * @param those ids of who fits, of anybody's contacts; none where no index has them
     */
    record Sieve(
            String condition,
            @Nullable String onCard,
            @Nullable String those) {

        static Sieve ofCards(String condition) {
            return new Sieve(condition, condition, null);
        }

        static Sieve of(String condition, @Nullable String those) {
            return new Sieve(condition, null, those);
        }

        /** Whether an index says how many pass it. */
        boolean canBeCounted() {
            return onCard != null || those != null;
        }
    }

    static ListNarrowing of(ContactFilter filter, Map<String, @Nullable Object> parameters) {
        ListNarrowing all = new ListNarrowing(new ArrayList<>(), new ArrayList<>());
        all.along.add("c.shelf = '" + (filter.archived() ? "archived" : "listed") + "'");
        all.onCards(filter, parameters);
        all.beside(filter, parameters);
        all.own(filter.own(), parameters);
        return all;
    }

    private void onCards(ContactFilter filter, Map<String, @Nullable Object> parameters) {
        ContactOrder order = filter.order();
        if (filter.heard() != null) {
            add(order.byHeard(), filter.heard().condition());
        }
        if (filter.stage() != null) {
            parameters.put("stage", filter.stage());
            add(
                    order.byHeard() || order == ContactOrder.STAGE,
                    "c.stage_order = (select s.position from current_stage s where s.key = :stage)");
        }
        Band band = filter.band();
        if (band != null && order == ContactOrder.HEALTH) {
            parameters.put("worst", band.worst());
            parameters.put("best", band.best());
            along.add("c.score_order between :worst and :best");
        } else if (band != null) {
            parameters.put("band", band.code());
            add(order.byHeard(), "c.band = :band");
        }
        if (filter.only() == Only.MINE && filter.owner() != null) {
            along.add("c.owner_id = :whose");
            parameters.put("whose", filter.owner());
        }
        if (filter.only() != null && filter.only() != Only.MINE) {
            sieves.add(new Sieve(filter.only().condition(), filter.only().onCard(), null));
        }
    }

    private void add(boolean inIndex, String condition) {
        if (inIndex) {
            along.add(condition);
        } else {
            sieves.add(Sieve.ofCards(condition));
        }
    }

    private void beside(ContactFilter filter, Map<String, @Nullable Object> parameters) {
        if (filter.company() != null) {
            parameters.put("company", filter.company());
            sieves.add(Sieve.of(
                    "exists (select from contact n where n.id = c.id and n.company_id = :company)",
                    "select n.id from contact n where n.company_id = :company"));
        }
        if (filter.tag() != null) {
            parameters.put("tag", ContactDetails.tag(filter.tag()));
            sieves.add(Sieve.of(
                    "exists (select from contact_tag x where x.contact_id = c.id and x.tag = :tag)",
                    "select x.contact_id as id from contact_tag x where x.tag = :tag"));
        }
        String words = filter.words();
        if (words != null) {
            parameters.put("words", words);
            parameters.put("pattern", words.replaceAll("([%_\\\\])", "\\\\$1"));
            sieves.add(Sieve.of(NAMED, words.strip().length() < SHORTEST_IN_INDEX ? null : THE_NAMED));
        }
    }

    private void own(FieldFilter own, Map<String, @Nullable Object> parameters) {
        parameters.putAll(own.parameters());
        own.parts().forEach(part -> sieves.add(Sieve.of(part.condition(), part.owners())));
    }

    /** The same, with whatever is spelt like it instead of what has it in its name. */
    ListNarrowing ofNamesLikeIt() {
        return new ListNarrowing(
                along,
                sieves.stream()
                        .map(sieve -> sieve.condition().equals(NAMED) ? SPELT_ALIKE : sieve)
                        .toList());
    }

    String alongWith(String more) {
        return String.join(" and ", along) + " and " + more;
    }

    String sieved() {
        return sieves.stream()
                .map(Sieve::condition)
                .reduce((a, b) -> a + " and " + b)
                .orElse("true");
    }
}
