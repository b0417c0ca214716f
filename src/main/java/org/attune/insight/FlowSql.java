package org.attune.insight;

/** What is counted on <em>Flow</em>. Moves count in the team and with the owner of their day; where somebody stands, where they are now. */
final class FlowSql {

    private static final String MOVES = """
            select m.move_id as id, m.contact_id, (m.moved_at at time zone :zone)::date as day, m.from_key, m.to_key, m.how, m.came_at,
                   'flow.' || m.how as what, w.reason as words, '/contacts/' || m.contact_id || '/stage' as href
              from overseen_move_card(:viewer) m
              left join stage_move w on w.id = m.move_id
              left join contact c on c.id = m.contact_id
             where m.moved_at >= :begins and m.moved_at < :ends and
            """ + SlicedFacts.of("m", "owner_id");

    /** In which way they left: the same for counting and for showing. */
    static final String WAY = """
            case when %1$s.how in ('back', 'aside', 'retired') then %1$s.how when %1$s.from_key is null then 'first' else 'on' end""";

    static final String CAME = """
            select m.id, m.contact_id, m.day, 'came' as cell, m.to_key as part, m.what, m.words, m.href
              from (%s) m where m.to_key is not null""".formatted(MOVES);

    /** Part is the stage they left; of a first move there is none. */
    static final String LEFT = """
            select m.id, m.contact_id, m.day, %s as cell, m.from_key as part, m.to_key, m.how, m.what, m.words, m.href
              from (%s) m""".formatted(WAY.formatted("m"), MOVES);

    static final String OVERRIDDEN = """
            select m.id, m.contact_id, m.day, 'overridden' as cell, m.to_key as part, m.what, m.words, m.href
              from (%s) m where m.how = 'overridden'""".formatted(MOVES);

    /** From when they last came there until they left; not where the stage went and not they. */
    static final String STAYS = """
            select m.id, m.contact_id, m.day, 'stay' as cell, m.from_key as part, m.what, m.words, m.href,
                   m.day - (m.came_at at time zone :zone)::date as days
              from (%s) m where m.came_at is not null and m.how <> 'retired'""".formatted(MOVES);

    /** No stage has this key. */
    static final String NOWHERE = "-";

    static final String THERE = """
            select c.id, c.id as contact_id, (coalesce(g.since, c.created_at) at time zone :zone)::date as day, 'there' as cell,
                   coalesce(g.stage_key, '-') as part, 'flow.there' as what, null::text as words, '/contacts/' || c.id as href
              from overseen_contact(:viewer) c
              left join contact_stage g on g.contact_id = c.id
             where c.archived_at is null and""" + Slice.CONTACTS;

    /** How many stand where, from sums. */
    static final String THERE_SUMMED = """
            select 'there' as cell, coalesce(t.stage_key, '-') as part, sum(t.many) as many
              from overseen_tally(:viewer, :person) t
             where t.grain = 'now' and (:team::uuid is null or t.team_id = :team) and (:stage::text is null or t.stage_key = :stage)
             group by 2 having sum(t.many) <> 0""";

    /** Which of {@code w}, after {@code from overseen_waiting(:viewer) w}. */
    private static final String WITH = """
             (:team::uuid is null or w.team_id = :team) and (:person::uuid is null or w.owner_id = :person)
             and (:stage::text is null or w.stage_key = :stage)
             and (:company::uuid is null or exists (
                   select from contact c where c.id = w.contact_id and c.company_id = :company))""";

    /** How much waits in which stage. */
    static final String WAITING_COUNTED = """
            select w.kind as cell, coalesce(w.stage_key, '-') as part, count(*) as many
              from overseen_waiting(:viewer) w where""" + " " + WITH + " group by 1, 2";

    /** A question of theirs waits until a response names it; one of ours as long as they said nothing since. The database keeps which do. */
    static final String WAITING = """
            select p.id, w.contact_id, p.due as day, w.kind as cell, coalesce(w.stage_key, '-') as part, 'flow.' || w.kind as what,
                   p.words, '/contacts/' || w.contact_id || '/promises' as href
              from overseen_waiting(:viewer) w join promise p on p.id = w.id
             where w.kind in ('promise-us', 'promise-them') and %1$s
            union all
            select t.id, w.contact_id, (t.said_at at time zone :zone)::date, w.kind, coalesce(w.stage_key, '-'), 'flow.' || w.kind,
                   r.words, '/conversations/' || r.conversation_id || '#t' || r.seq
              from overseen_waiting(:viewer) w
              join turn t on t.id = w.id
              left join seen_turn(:viewer) r on r.id = t.id
             where w.kind in ('question-us', 'question-them') and %1$s""".formatted(WITH);

    private FlowSql() {}
}
