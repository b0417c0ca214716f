package org.attune.health;

/**
 * Asks for what is known about some people: one statement, whatever their number. Each row is one fact, with the columns that
 * its kind needs; what holds for everybody has no contact.
 */
final class Facts {

    /**
     * As counted beside the conversations: costs the same however long they are, and knows only how it is now. Where there were several
     * of them, what this one said is counted; the words are those of their side. Mostly both sides spoke on one day, and that is one row.
     */
    private static final String SAID_NOW = """
            select contact_id, 'said', null::uuid, conversation_id, coalesce(heard_on, ours_on), logged_on, null::date, null::date, null::timestamptz,
                   null::text, own_turns, their_words::bigint, case when one_day then our_turns else 0 end::bigint,
                   case when one_day then our_words else 0 end::bigint
              from talk where heard_turns > 0 or our_turns > 0
            union all
            select contact_id, 'said', null, conversation_id, ours_on, logged_on, null, null, null,
                   null, 0, 0, our_turns, our_words
              from talk where our_turns > 0 and not one_day""";

    /** Turn by turn, with the day on which each was written down: tells how it was on any day. */
    private static final String SAID_THEN = """
            select k.contact_id, 'said', null::uuid, k.conversation_id, on_day(t.said_at), on_day(t.logged_at), null::date, null::date,
                   null::timestamptz, null::text,
                   count(*) filter (where t.speaker_id = k.contact_id), coalesce(sum(t.word_count) filter (where t.kind = 'heard'), 0),
                   count(*) filter (where t.kind <> 'heard'), coalesce(sum(t.word_count) filter (where t.kind <> 'heard'), 0)
              from talk k join turn t on t.conversation_id = k.conversation_id
             group by 1, 4, 5, 6""";

    private static final String ALL = """
            with who as (
              select c.*, h.day as kept_on from contact c left join contact_health h on h.contact_id = c.id
               where c.id in (:ids) and c.merged_into is null and c.erasure_id is null),
            talk as (
              select v.*, v.heard_on is null or v.heard_on = v.ours_on as one_day
                from who c
               cross join lateral (
                 select s.contact_id, s.conversation_id, s.started_by, s.talked_more, s.complete,
                        on_day(s.happened_at) as begun_on, on_day(s.logged_at) as logged_on, on_day(s.ended_at) as ended_on,
                        case when s.heard_turns > 0 then (coalesce(s.own_at, s.last_heard_at) at time zone :zone)::date end as heard_on,
                        case when s.our_turns > 0 then on_day(s.ours_at) end as ours_on,
                        s.heard_turns, s.our_turns, s.their_words, s.our_words, s.own_turns
                   from conversation_sum s
                  where s.contact_id = c.id and s.state not in ('planned', 'called_off')) v),
            mine as (
              select p.* from who c join promise p on p.contact_id = c.id and p.side = 'us')
            select c.id as contact_id, 'contact' as what, c.team_id as id, null::uuid as ref, on_day(c.created_at) as day,
                   c.kept_on as known, on_day(c.archived_at) as other, null::date as further, null::timestamptz as at,
                   null::text as word, c.ideal_days::bigint as a, c.longest_days::bigint as b, 0::bigint as c, 0::bigint as d
              from who c
            union all
            select null, 'weight', null, null, on_day(w.set_at), null, null, null, null, f.factor, f.weight, w.number, 0, 0
              from health_weights w
             cross join lateral (values ('rhythm', w.rhythm), ('balance', w.balance), ('follow_through', w.follow_through),
                                        ('promises', w.promises), ('needs', w.needs), ('reciprocity', w.reciprocity)) f (factor, weight)
            union all
            select null, 'rule', null, null, on_day(n.published_at), null, null, null, null, s.key, s.ideal_days, s.longest_days,
                   s.version, 0
              from stage s join stage_definition n on n.version = s.version
            union all
            select contact_id, 'talk', conversation_id, null, begun_on, logged_on, coalesce(ended_on, logged_on), null, null, talked_more,
                   (started_by = 'they')::int, complete::int, 0, 0 from talk
            union all
            %s
            union all
            select c.id, 'matter', s.turn_id, null, on_day(s.said_at), on_day(o.opened_at),
                   greatest(on_day(p.logged_at), case when p.id is not null then on_day(o.opened_at) end), on_day(o.let_go_at),
                   null, null, 0, 0, 0, 0
              from who c join said_mark s on s.speaker_id = c.id and s.kind = 'thread'
              join open_thread o on o.turn_id = s.turn_id left join turn p on p.id = o.picked_up_by_turn
            union all
            select c.id, 'matter', s.turn_id, null, on_day(s.said_at), on_day(m.marked_at), r.replied_on, null, null, null, 0, 0, 0, 0
              from who c join said_mark s on s.speaker_id = c.id and s.kind = 'their_question'
              join turn_mark m on m.turn_id = s.turn_id and m.kind = 'their_question'
             cross join lateral (select min(on_day(a.logged_at)) as replied_on from reply y join turn a on a.id = y.response_id
                                  where y.heard_id = s.turn_id) r
            union all
            select contact_id, 'promise', id, null, due, on_day(made_at), null, null, null, null, 0, 0, 0, 0 from mine
            union all
            select p.contact_id, 'outcome', o.id, o.promise_id, on_day(o.noted_at), o.from_due, o.to_due, null, o.noted_at, o.kind,
                   0, 0, 0, 0
              from mine p join promise_outcome o on o.promise_id = p.id
            union all
            select c.id, 'need', n.id, null, on_day(n.noted_at), null, null, null, null, 'heard', 0, 0, 0, 0
              from who c join need_person q on q.contact_id = c.id join need n on n.id = q.need_id
            union all
            select c.id, 'need', g.need_id, null, on_day(g.changed_at), null, null, null, null, g.to_state, 0, 0, 0, 0
              from who c join need_person q on q.contact_id = c.id join need_change g on g.need_id = q.need_id
             where g.to_state in ('explored', 'confirmed', 'solved')
            union all
            select c.id, 'introduced', i.id, null, i.on_day, on_day(i.noted_at), on_day(i.withdrawn_at), null, null, null, 0, 0, 0, 0
              from who c join introduction i on i.introducer_id = c.id
            union all
            select c.id, 'pulse', p.link_id, null, on_day(p.answered_at), null, null, null, null, null,
                   p.heard + p.understood + p.answered, 0, 0, 0
              from who c join pulse p on p.contact_id = c.id where p.answered_at is not null
            union all
            select c.id, 'silence', s.id, null, on_day(s.agreed_at), s.until, on_day(s.ended_at), null, null, null, 0, 0, 0, 0
              from who c join agreed_silence s on s.contact_id = c.id
            union all
            select c.id, 'move', m.id, null, on_day(m.moved_at), m.until, null, null, m.moved_at, m.to_key, 0, 0, 0, 0
              from who c join stage_move m on m.contact_id = c.id
            union all
            select c.id, 'owner', u.team_id, null, on_day(o.changed_at), null, null, null, o.changed_at, null, 0, 0, 0, 0
              from who c join contact_owner_change o on o.contact_id = c.id join app_user u on u.id = o.from_user
            union all
            select c.id, 'before', h.team_id, null, h.day, r.since, null, null, null, h.band, h.score, 0, 0, 0
              from who c
             cross join lateral (
               select * from health_history x
                where x.contact_id = c.id and x.day < case when c.kept_on >= :today then c.kept_on else c.kept_on + 1 end
                order by x.day desc limit 1) h
             cross join lateral (
               select min(x.day) as since from health_history x
                where x.contact_id = c.id and x.day <= h.day
                  and x.day > coalesce((select max(y.day) from health_history y
                                         where y.contact_id = c.id and y.day <= h.day and y.band <> h.band), '-infinity')) r
            """;

    /** Enough where nothing became known since the last day that was reckoned, and for today. */
    static final String NOW = inZone(ALL.formatted(SAID_NOW));

    static final String THEN = inZone(ALL.formatted(SAID_THEN));

    private Facts() {}

    /** A function of the database would ask for the zone with each of a thousand rows. */
    private static String inZone(String sql) {
        return sql.replaceAll("on_day\\(([a-z._]+)\\)", "($1 at time zone :zone)::date");
    }
}
