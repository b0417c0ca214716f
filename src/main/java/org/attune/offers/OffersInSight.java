package org.attune.offers;

import org.attune.platform.jobs.Rebuildable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where to look for the offers somebody sees, the newest first. Kept by triggers; here it is made from nothing, and read. */
@Component
class OffersInSight implements Rebuildable {

    /** A piece of an index for each team and each owner; of companions, who are few, all. None stands in two of them. */
    private static final String NEWEST = """
            select k.offer_id
              from sight_of_contacts(:viewer) s
             cross join lateral (
               select p.* from unnest(s.teams) t cross join lateral (%1$s c.team_id = t %2$s) p
               union all
               select p.* from unnest(s.owners) u cross join lateral (%1$s c.owner_id = u and c.team_id <> all (s.teams) %2$s) p
               union all
               (%1$s c.contact_id = any (s.companions) and c.owner_id <> all (s.owners) and c.team_id <> all (s.teams) %2$s)) k
             order by k.recorded_at desc, k.offer_id desc limit %3$d""";

    private static final String CARDS = "select c.offer_id, c.recorded_at from offer_card c where";

    private static final String FURTHER_ON = """
            and %s and (c.recorded_at, c.offer_id) < (:moment, :after)
            order by c.recorded_at desc, c.offer_id desc limit %d""";

    private final JdbcClient jdbc;

    OffersInSight(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String rows() {
        return "offers";
    }

    @Override
    @Transactional
    public int rebuildAll() {
        return jdbc.sql("""
                        insert into offer_card as k (offer_id, contact_id, owner_id, team_id, recorded_at, state, pulled)
                        select o.id, o.contact_id, c.owner_id, c.team_id, o.recorded_at, o.state, o.pulled
                          from offer o join contact c on c.id = o.contact_id
                         order by o.id
                        on conflict (offer_id) do update
                           set contact_id = excluded.contact_id, owner_id = excluded.owner_id, team_id = excluded.team_id,
                               recorded_at = excluded.recorded_at, state = excluded.state, pulled = excluded.pulled
                         where (k.contact_id, k.owner_id, k.team_id, k.recorded_at, k.state, k.pulled)
                               is distinct from (excluded.contact_id, excluded.owner_id, excluded.team_id, excluded.recorded_at,
                                                 excluded.state, excluded.pulled)""").update();
    }

    /** Those after a place in the list; who may see them is still to be asked. */
    static String newest(OfferFilter filter, int most) {
        return NEWEST.formatted(CARDS, FURTHER_ON.formatted(filter.condition("c"), most), most);
    }
}
