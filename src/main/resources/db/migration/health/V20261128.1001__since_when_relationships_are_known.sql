-- Since when anything is written down about how a relationship was, and when they last told how they feel: so that whoever was not there on
-- a day is not looked up among what was so on it, and whoever answered nothing lately is not asked for an answer. Both only say where to look;
-- what was said and how it was is read where it stands.
drop index contact_standing_team_moved, contact_standing_owner_moved;
-- Written anew, so that neither the rows nor their indexes are left with the room of what was; the sums have no part in it.
create temporary table standing_known on commit drop as
select s.*, h.day, p.at
  from contact_standing s
  left join (select contact_id, min(day) as day from health_history group by 1) h on h.contact_id = s.contact_id
  left join (select contact_id, max(answered_at) as at from pulse group by 1) p on p.contact_id = s.contact_id;
alter table contact_standing add column known_since date, add column pulsed_at timestamptz, disable trigger user;
truncate contact_standing;
insert into contact_standing select * from standing_known order by team_id, contact_id;
alter table contact_standing enable trigger user;

-- As it was, and these two.
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
         case when stop.there or promised.last is not null then 'infinity'::date else greatest(silence.until - 1, talked.planned) end,
         (select min(y.day) from health_history y where y.contact_id = c.id),
         (select max(a.answered_at) from pulse a where a.contact_id = c.id)
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
         quiet_from = excluded.quiet_from, agreed_until = excluded.agreed_until, known_since = excluded.known_since,
         pulsed_at = excluded.pulsed_at
   where s is distinct from excluded
$$;

-- Who is in another band since some day, of a team and of one's own: Health counts them, and only they can have moved. All it asks stands
-- beside it, so that no row is fetched.
create index contact_standing_team_moved on contact_standing (team_id, band_since)
  include (known_since, band, contact_id, owner_id, stage_key) where counted;
create index contact_standing_owner_moved on contact_standing (owner_id, band_since)
  include (known_since, band, contact_id, team_id, stage_key) where counted;
-- Who answered how they feel since some day, of a team and of one's own: Health tells how these answers lie.
create index contact_standing_team_pulsed on contact_standing (team_id, pulsed_at)
  include (contact_id, owner_id, stage_key) where pulsed_at is not null;
create index contact_standing_owner_pulsed on contact_standing (owner_id, pulsed_at)
  include (contact_id, team_id, stage_key) where pulsed_at is not null;
analyze contact_standing;
