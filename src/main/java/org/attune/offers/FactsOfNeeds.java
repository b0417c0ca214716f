package org.attune.offers;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.needs.NeedId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gathers what the gate judges, from what somebody may read: two statements, or three where an offer is made again,
 * however many needs there are and however much was said.
 */
@Component
class FactsOfNeeds {

    private final JdbcClient jdbc;
    private final NotedOfNeeds noted;
    private final SaidAboutNeeds said;

    FactsOfNeeds(JdbcClient jdbc, NotedOfNeeds noted, SaidAboutNeeds said) {
        this.jdbc = jdbc;
        this.noted = noted;
        this.said = said;
    }

    /** Those of the needs this person may see, in the order given. */
    List<NeedFacts> of(Viewer viewer, Collection<NeedId> needs, @Nullable OfferId repeated) {
        List<UUID> ids = needs.stream().map(NeedId::value).distinct().toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, NeedGathered> found = noted.of(viewer, ids);
        if (!found.isEmpty()) {
            said.into(viewer, found);
        }
        Map<Rule, List<Piece>> carried = repeated == null ? Map.of() : carried(viewer, repeated);
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(need -> need.facts(carried))
                .toList();
    }

    /**
     * What accepted offers stood on themselves, back along those that each repeats; what they had only carried over
     * themselves does not grow younger by that.
     */
    private Map<Rule, List<Piece>> carried(Viewer viewer, OfferId repeated) {
        Map<Rule, List<Piece>> carried = new EnumMap<>(Rule.class);
        jdbc.sql("""
                with recursive chain as (
                  select o.id, o.repeats_id from seen_offer(:viewer) o where o.id = :repeated
                  union all select o.id, o.repeats_id from offer o join chain c on o.id = c.repeats_id)
                select distinct on (v.rule) v.rule, %s
                  from chain c join offer_verdict v on v.offer_id = c.id and v.met and not v.carried_over
                  join decision d on d.offer_id = c.id and d.kind = 'yes' and d.on_day > current_date - interval '12 months'
                  join seen_turn(:viewer) t on t.id = v.turn_id left join contact s on s.id = t.speaker_id
                 order by v.rule, v.judged_at desc""".formatted(PieceRows.COLUMNS))
                .param("viewer", viewer.uuid())
                .param("repeated", repeated.value())
                .query(row -> {
                    carried.put(Rule.of(row.getString("rule")), List.of(PieceRows.piece(row, null)));
                });
        return carried;
    }
}
