package org.attune.needs;

/** The longer queries behind {@link NeedViews}. */
final class NeedQueries {

    /** The needs that meet a condition, with the newest of what is appended to them. */
    static final String NEEDS = """
            select n.id, n.kind, n.title, n.state, n.not_a_fit_for, n.ended_why, n.ended_at, n.noted_at, n.version,
                   u.name as noted_by_name,
                   cost.id as cost_id, cost.kind as cost_kind, cost.low as cost_low, cost.high as cost_high,
                   cost.currency as cost_currency, cost.per as cost_per, cost.worked_out as cost_worked_out,
                   cost.turn_id as cost_turn_id, cost.by as cost_by, cost.noted_at as cost_noted_at,
                   estimate.id as estimate_id, estimate.kind as estimate_kind, estimate.low as estimate_low,
                   estimate.high as estimate_high, estimate.currency as estimate_currency, estimate.per as estimate_per,
                   estimate.worked_out as estimate_worked_out, estimate.turn_id as estimate_turn_id,
                   estimate.by as estimate_by, estimate.noted_at as estimate_noted_at,
                   solution.id as solution_id, solution.our_part as solution_our_part,
                   solution.their_part as solution_their_part, solution.contributed_turn as solution_contributed_turn,
                   solution.agreed_turn as solution_agreed_turn, solution.by as solution_by,
                   solution.noted_at as solution_noted_at,
                   playback.id as playback_id, playback.played_back as playback_played_back,
                   playback.playback_turn as playback_playback_turn, playback.answer_turn as playback_answer_turn,
                   playback.verdict as playback_verdict, playback.by as playback_by,
                   playback.noted_at as playback_noted_at,
                   (select count(*) from need_turn t where t.need_id = n.id) as heard,
                   (select count(*) from need_person p where p.need_id = n.id) as people,
                   exists (select from need_person_not_met x where x.need_id = n.id and x.met_as is null) as some_not_met,
                   exists (select from need_person p join tended_contact(:viewer) c on c.id = p.contact_id
                            where p.need_id = n.id) as tended
              from seen_need(:viewer) n
              join app_user u on u.id = n.noted_by
              left join lateral (
                select c.*, w.name as by from need_cost c join app_user w on w.id = c.noted_by
                 where c.need_id = n.id and c.kind <> 'our_estimate'
                 order by c.noted_at desc, c.id desc limit 1) cost on true
              left join lateral (
                select c.*, w.name as by from need_cost c join app_user w on w.id = c.noted_by
                 where c.need_id = n.id and c.kind = 'our_estimate'
                   and (cost.id is null or (c.noted_at, c.id) > (cost.noted_at, cost.id))
                 order by c.noted_at desc, c.id desc limit 1) estimate on true
              left join lateral (
                select s.*, w.name as by from solution s join app_user w on w.id = s.noted_by
                 where s.need_id = n.id order by s.noted_at desc, s.id desc limit 1) solution on true
              left join lateral (
                select f.*, w.name as by from need_confirmation f join app_user w on w.id = f.noted_by
                 where f.need_id = n.id order by f.noted_at desc, f.id desc limit 1) playback on true
             where %s
             order by n.ended_at is not null, n.kind, n.state = 'confirmed' desc, n.noted_at desc, n.id desc
             limit :most
            """;

    /**
     * What was heard about these needs: all of it, or where they are stated last and what they stand on. Two statements, since the plan
     * of one that could do both would be made anew each time.
     */
    static String words(boolean all) {
        return WORDS.formatted(
                all ? "" : "l.states desc, ", all ? "" : " and (l.states or l.heard_id = any (:pinned))");
    }

    private static final String WORDS = """
            select * from (
              select l.need_id, t.id, t.conversation_id, t.seq, t.speaker_id, c.name as speaker_name, t.exactness,
                     t.said_at, t.words, erased_mark(t.erased_at, t.forgotten) as erased_as, l.excerpt, true as linked, l.states,
                     row_number() over (partition by l.need_id order by %st.said_at desc, t.seq desc) as nth
                from need_turn l
                join seen_turn(:viewer) t on t.id = l.heard_id
                left join seen_contact(:viewer) c on c.id = l.speaker_id
               where l.need_id = any (:needs)%s) found
             where nth <= :most or id = any (:pinned)
             order by need_id, states desc, said_at desc, seq desc
            """;

    private NeedQueries() {}
}
