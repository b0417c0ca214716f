-- As it was, but for when they last talked and when they will again, which is read from conversation_sum (decision 0050).
create or replace function keep_standing(people uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
  delete from contact_standing s using contact c
   where c.id = s.contact_id and (c.merged_into = any (people) or c.id = any (people) and c.merged_into is not null);
  insert into contact_standing as s
  select c.id, c.owner_id, c.team_id, k.stage_key, c.archived_at is null, coalesce(h.band, 'unknown'),
         greatest(3 - coalesce(h.two_way, 0), 0), h.score, h.band_since,
         c.archived_at is null and (g.key is null or not g.aside or k.until is not null) and not stop.there,
         quiet.since, rhythm.longest,
         case when rhythm.longest is not null
              then greatest(quiet.since + rhythm.longest + 1, k.until, silence.until, promised.last + 1, talked.planned + 1) end,
         case when stop.there or promised.last is not null then 'infinity'::date else greatest(silence.until - 1, talked.planned) end
    from contact c
    cross join organisation o
    left join contact_stage k on k.contact_id = c.id
    left join stage g on g.version = k.version and g.key = k.stage_key
    left join contact_health h on h.contact_id = c.id
    cross join lateral (select coalesce(c.longest_days, case when not g.aside then g.longest_days end) as longest) rhythm
    cross join lateral (select count(*) > 0 as there from stop_in_force(c.id)) stop
    cross join lateral (
      select max(v.happened_at) filter (where v.state not in ('planned', 'called_off')) as last,
             max((v.planned_for at time zone o.zone)::date) filter (where v.state = 'planned') as planned
        from conversation_sum v where v.contact_id = c.id) talked
    cross join lateral (select max(t.happened_at) as last from touch t where t.contact_id = c.id) touched
    cross join lateral (
      select max(s.until) as until from agreed_silence s where s.contact_id = c.id and s.ended_at is null) silence
    cross join lateral (
      select max(p.due) as last from promise p where p.contact_id = c.id and p.state = 'open') promised
    cross join lateral (
      select (greatest(c.created_at, talked.last, touched.last) at time zone o.zone)::date as since) quiet
   where c.id = any (people) and c.merged_into is null
   order by c.id
  on conflict (contact_id) do update
     set owner_id = excluded.owner_id, team_id = excluded.team_id, stage_key = excluded.stage_key, counted = excluded.counted,
         band = excluded.band, missing = excluded.missing, score = excluded.score, band_since = excluded.band_since,
         tended = excluded.tended, quiet_since = excluded.quiet_since, longest_days = excluded.longest_days,
         quiet_from = excluded.quiet_from, agreed_until = excluded.agreed_until
   where s is distinct from excluded
$$;

-- What is open with one person, and is due first: their card, their standing, and whether a next talk is agreed.
create index promise_contact_open on promise (contact_id, due) where state = 'open';
