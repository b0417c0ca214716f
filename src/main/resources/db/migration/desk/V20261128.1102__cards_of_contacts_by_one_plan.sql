-- What ContactCards asked for so far, with keys in the statement: another statement for each number of them, and planned anew each time,
-- which took longer than writing the row. As a function it has one plan, which begins with the keys given and is kept.
-- Every value comes from an index or from rows of this contact that stay few; nothing walks through turns. Whose they are, what they are
-- called and how they are doing follows contact and health by triggers: here it is only put into a card that is new.
create function keep_contact_cards(people uuid[]) returns void language sql
  set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
  with absorbed as (
    delete from contact_card b using contact a where a.id = b.contact_id and a.merged_into = any (people))
  insert into contact_card as k (contact_id, stage_key, stage_position, last_two_way_at, last_heard_at,
         last_words_turn, conversations, open_needs, open_threads, next_due, listen_by, silent_until, updated_at,
         worked_on_at, decided_at, owner_id, team_id, sort_name, created_at, shelf, score, band)
  select c.id, g.stage_key, d.position, h.said_at, h.said_at, w.id, coalesce(v.many, 0), n.many, o.many, p.due,
         (h.said_at at time zone z.zone)::date + coalesce(c.ideal_days, d.ideal_days),
         greatest(a.until, g.until), now(), v.worked_on_at, b.noted_at, c.owner_id, c.team_id, c.sort_name, c.created_at,
         case when c.archived_at is null then 'listed' else 'archived' end, f.score, coalesce(f.band, 'unknown')
    from contact c
    cross join organisation z
    left join contact_stage g on g.contact_id = c.id
    left join current_stage d on d.key = g.stage_key
    left join contact_health f on f.contact_id = c.id
    left join lateral (
      select count(*) filter (where x.state not in ('planned', 'called_off')) as many, max(x.worked_on_at) as worked_on_at
        from conversation_sum x where x.contact_id = c.id) v on true
    left join lateral (
      select max(i.noted_at) as noted_at
        from offer u join decision i on i.offer_id = u.id where u.contact_id = c.id) b on true
    left join lateral (
      select t.said_at from turn t where t.speaker_id = c.id and t.kind = 'heard'
       order by t.said_at desc limit 1) h on true
    left join lateral (
      select t.id from turn t join conversation x on x.id = t.conversation_id
       where t.speaker_id = c.id and t.kind = 'heard' and t.words is not null and x.visibility <> 'private'
         and not exists (select from turn_mark m where m.turn_id = t.id and m.kind in ('sensitive', 'personal'))
       order by t.said_at desc, t.seq desc limit 1) w on true
    left join lateral (
      select count(*) as many from need_person q join need e on e.id = q.need_id
       where q.contact_id = c.id and e.state in ('heard', 'explored', 'confirmed')) n on true
    left join lateral (
      select count(*) as many from said_mark m join open_thread l on l.turn_id = m.turn_id
       where m.speaker_id = c.id and m.kind = 'thread'
         and l.picked_up_by_turn is null and l.let_go_at is null) o on true
    left join lateral (
      select min(r.due) as due from promise r where r.contact_id = c.id and r.state = 'open') p on true
    left join lateral (
      select max(s.until) as until from agreed_silence s where s.contact_id = c.id and s.ended_at is null) a on true
   where c.id = any (people) and c.merged_into is null
   order by c.id
  on conflict (contact_id) do update
     set stage_key = excluded.stage_key, stage_position = excluded.stage_position,
         last_two_way_at = excluded.last_two_way_at, last_heard_at = excluded.last_heard_at,
         last_words_turn = excluded.last_words_turn, conversations = excluded.conversations,
         open_needs = excluded.open_needs, open_threads = excluded.open_threads, next_due = excluded.next_due,
         listen_by = excluded.listen_by, silent_until = excluded.silent_until, updated_at = excluded.updated_at,
         worked_on_at = excluded.worked_on_at, decided_at = excluded.decided_at
$$;
