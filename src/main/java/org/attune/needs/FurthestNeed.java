package org.attune.needs;

/**
 * The need that somebody's way follows: of the open ones they belong to, the one that has come furthest, the older of
 * two. Everything a selling stage asks for is asked of this one need, so that one need's cost never goes with
 * another's solution.
 */
final class FurthestNeed {

    /** When their yes to the newest playback stands. */
    static final String IS_CONFIRMED = """
            (select k.verdict = 'yes' from need_confirmation k where k.need_id = n.id order by k.noted_at desc, k.id desc limit 1)""";

    /** When they said what it costs, that it cannot be counted, or that they would rather not say. */
    static final String HAS_COST =
            "exists (select from need_cost k where k.need_id = n.id and k.kind <> 'our_estimate')";

    /** When they agreed to the newest solution. */
    static final String HAS_SOLUTION = """
            (select k.agreed_turn is not null from solution k where k.need_id = n.id order by k.noted_at desc, k.id desc limit 1)""";

    /** The need, as a relation called n with one row or none. */
    static final String OF_CONTACT = """
            (select n.*
               from need n join need_person p on p.need_id = n.id
              where p.contact_id = contact.id and n.state in ('heard', 'explored', 'confirmed')
              order by coalesce(%s, false)::int + %s::int + coalesce(%s, false)::int desc, n.noted_at, n.id
              limit 1) n""".formatted(IS_CONFIRMED, HAS_COST, HAS_SOLUTION);

    /** The columns of a piece of evidence that was said in turn t about need n. */
    static final String SAID = """
            t.said_at as at, t.id as turn_id, t.seq as nth,
            '/conversations/' || t.conversation_id || '#t' || t.seq as href,
            n.title as about""";

    private FurthestNeed() {}
}
