-- What dashboards count, ready to be added up: see decision 0047. Three things, each kept by the database whoever writes, and made
-- anew from its sources at any time: until when each day of the history held; where each relationship stands today, as a row; and how
-- many there are of each kind, as sums.

-- Until when it stayed so: the day of the next row, so that a day is asked without walking through those before it.
alter table health_history add column before_day date;
update health_history h set before_day = x.next
  from (select contact_id, day, lead(day) over (partition by contact_id order by day) as next from health_history) x
 where x.next is not null and h.contact_id = x.contact_id and h.day = x.day;

create function health_history_ends() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who uuid[];
  low date[];
  high date[];
begin
  select array_agg(t.contact_id), array_agg(t.low), array_agg(t.high) into who, low, high
    from (select contact_id, min(day) as low, max(day) as high from touched group by 1) t;
  if who is not null then
    update health_history h set before_day = x.next
      from (select y.contact_id, y.day, t.high, lead(y.day) over (partition by y.contact_id order by y.day) as next
              from unnest(who, low, high) t (contact_id, low, high)
             cross join lateral (
               select * from health_history z
                where z.contact_id = t.contact_id
                  and z.day >= coalesce((select max(p.day) from health_history p where p.contact_id = t.contact_id and p.day < t.low), t.low)
                  and z.day <= coalesce((select min(n.day) from health_history n where n.contact_id = t.contact_id and n.day > t.high), t.high)
               ) y) x
     where h.contact_id = x.contact_id and h.day = x.day and x.day <= x.high and h.before_day is distinct from x.next;
  end if;
  return null;
end $$;
create trigger health_history_ends after insert on health_history referencing new table as touched
  for each statement execute function health_history_ends();
create trigger health_history_ends_gone after delete on health_history referencing old table as touched
  for each statement execute function health_history_ends();

create or replace function overseen_health(viewer uuid)
returns table (contact_id uuid, team_id uuid, score int, band text, from_day date, before_day date)
language sql stable parallel safe as $$
  select h.contact_id, h.team_id, h.score, h.band, h.day, h.before_day
    from health_history h where h.team_id = any (array(select overseen_team(viewer)))
  union all
  select h.contact_id, h.team_id, h.score, h.band, h.day, h.before_day
    from contact c join health_history h on h.contact_id = c.id
   where c.owner_id = (select u.id from app_user u where u.id = viewer and u.sells and u.deactivated_at is null)
     and h.team_id is not null and h.team_id <> all (array(select overseen_team(viewer)))
$$;

-- Where each relationship stands now, so that figures about now read one narrow row of each and no conversations. Nothing is decided
-- from it. It holds no 'today': what depends on the day stands as the day from which, or until which, it is so.
create table contact_standing (
  contact_id uuid primary key references contact,
  owner_id uuid not null,
  team_id uuid not null,
  stage_key text,
  counted boolean not null,                                                -- not in the archive
  band text not null,
  missing int not null,                                                    -- conversations without which nothing is known
  score int,
  band_since date,
  tended boolean not null,                                                 -- somebody should: not beside the path for good, no stop
  quiet_since date not null,                                               -- nobody spoke, wrote, sent or tried since
  longest_days int,
  quiet_from date,                                                         -- the first day on which that is too long; none: never
  agreed_until date);                                                      -- the last day for which something is agreed
-- Who stands worst, of one team and of one person; limited for each team, so that not all of them are sorted.
create index contact_standing_team_worst on contact_standing (team_id, score, contact_id)
  include (agreed_until, owner_id, stage_key) where counted and band in ('at_risk', 'cooling');
create index contact_standing_owner_worst on contact_standing (owner_id, score, contact_id)
  include (agreed_until, team_id, stage_key) where counted and band in ('at_risk', 'cooling');
-- Whom nobody tends, the longest first, and how many they are.
create index contact_standing_team_quiet on contact_standing (team_id, quiet_from) include (owner_id, stage_key) where tended;
create index contact_standing_owner_quiet on contact_standing (owner_id, quiet_from) include (team_id, stage_key) where tended;
-- Who has anybody in a team, for what a dashboard can be narrowed to.
create index contact_standing_team_owner on contact_standing (team_id, owner_id);
-- Who is in another band since some day: only they can have moved.
create index contact_standing_team_moved on contact_standing (team_id, band_since) where counted;
create index contact_standing_owner_moved on contact_standing (owner_id, band_since) where counted;
revoke insert, update, delete on contact_standing from ${app_role};
select not_audited('contact_standing', 'derived from what is on the trail');

-- Health is reckoned before this, and whoever does holds its lock until the end: so nothing is kept here from what was so before.
create function keep_standing(people uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
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
        from participant p join conversation v on v.id = p.conversation_id where p.contact_id = c.id) talked
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
revoke execute on function keep_standing(uuid[]) from public;
grant execute on function keep_standing(uuid[]) to ${app_role};

-- How many relationships are how: now, by where they stand; and by which number they changed on a day and in a month, so that the sum
-- up to a day is how many there were that evening. Each is there for a team as a whole (without owner) and by who has them now. What changes is
-- added as a row, so that nobody waits for anybody; settle_tally puts the rows of a kind together.
create table relationship_tally (
  grain text not null check (grain in ('now', 'day', 'month')),
  start date not null,                                                     -- now: -infinity
  team_id uuid not null,
  owner_id uuid,
  stage_key text,                                                          -- now only
  band text not null,
  missing int not null,                                                    -- now only
  many bigint not null,
  scores bigint not null,
  constraint relationship_tally_once unique nulls not distinct (grain, team_id, owner_id, start, band, stage_key, missing));
create index relationship_tally_owner on relationship_tally (owner_id, grain, start) where owner_id is not null;
create table relationship_tally_fresh (
  id bigint generated always as identity primary key,
  grain text not null,
  start date not null,
  team_id uuid not null,
  owner_id uuid,
  stage_key text,
  band text not null,
  missing int not null,
  many bigint not null,
  scores bigint not null);
create index relationship_tally_fresh_team on relationship_tally_fresh (team_id, grain, start);
create index relationship_tally_fresh_owner on relationship_tally_fresh (owner_id, grain, start) where owner_id is not null;
revoke insert, update, delete on relationship_tally, relationship_tally_fresh from ${app_role};
select not_audited('relationship_tally', 'sums of what is derived'), not_audited('relationship_tally_fresh', 'sums of what is derived');

create function standing_tallied() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into relationship_tally_fresh (grain, start, team_id, owner_id, stage_key, band, missing, many, scores)
    select 'now', '-infinity', team_id, owner_id, stage_key, band, missing, count(*), coalesce(sum(score), 0) from come where counted
     group by grouping sets ((team_id, stage_key, band, missing, owner_id), (team_id, stage_key, band, missing));
  elsif tg_op = 'DELETE' then
    insert into relationship_tally_fresh (grain, start, team_id, owner_id, stage_key, band, missing, many, scores)
    select 'now', '-infinity', team_id, owner_id, stage_key, band, missing, -count(*), -coalesce(sum(score), 0) from gone where counted
     group by grouping sets ((team_id, stage_key, band, missing, owner_id), (team_id, stage_key, band, missing));
  else
    insert into relationship_tally_fresh (grain, start, team_id, owner_id, stage_key, band, missing, many, scores)
    select 'now', '-infinity', team_id, owner_id, stage_key, band, missing, sum(n), coalesce(sum(n * score), 0)
      from (select team_id, owner_id, stage_key, band, missing, score, 1 as n from come where counted
            union all
            select team_id, owner_id, stage_key, band, missing, score, -1 from gone where counted) x
     group by grouping sets ((team_id, stage_key, band, missing, owner_id), (team_id, stage_key, band, missing))
    having sum(n) <> 0 or coalesce(sum(n * score), 0) <> 0;
    -- Whoever gets a relationship gets all its past.
    if exists (select from come c join gone g on g.contact_id = c.contact_id where g.owner_id <> c.owner_id) then
      insert into relationship_tally_fresh (grain, start, team_id, owner_id, stage_key, band, missing, many, scores)
      select g.grain, g.start, h.team_id, w.owner_id, null, h.band, 0, sum(w.n * e.n), coalesce(sum(w.n * e.n * h.score), 0)
        from come c join gone b on b.contact_id = c.contact_id and b.owner_id <> c.owner_id
        join health_history h on h.contact_id = c.contact_id and h.team_id is not null
       cross join lateral (values (c.owner_id, 1), (b.owner_id, -1)) w (owner_id, n)
       cross join lateral (values (h.day, 1), (h.before_day, -1)) e (day, n)
       cross join lateral (values ('day', e.day), ('month', date_trunc('month', e.day)::date)) g (grain, start)
       where e.day is not null
       group by 1, 2, 3, 4, 6 having sum(w.n * e.n) <> 0 or coalesce(sum(w.n * e.n * h.score), 0) <> 0;
    end if;
  end if;
  return null;
end $$;
create trigger standing_tallied after insert on contact_standing referencing new table as come
  for each statement execute function standing_tallied();
create trigger standing_tallied_again after update on contact_standing referencing old table as gone new table as come
  for each statement execute function standing_tallied();
create trigger standing_tallied_no_more after delete on contact_standing referencing old table as gone
  for each statement execute function standing_tallied();

create type health_spell as (contact_id uuid, day date, score int, band text, team_id uuid, before_day date);
-- What a row of the history counts from its day on, and no more from the next one on. Its owner is the one that is tallied.
create function history_tallied() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    perform tally_history(array_agg(row(contact_id, day, score, band, team_id, before_day)::health_spell), null) from come where team_id is not null;
  elsif tg_op = 'DELETE' then
    perform tally_history(null, array_agg(row(contact_id, day, score, band, team_id, before_day)::health_spell)) from gone where team_id is not null;
  else
    perform tally_history(
      (select array_agg(row(contact_id, day, score, band, team_id, before_day)::health_spell) from come where team_id is not null),
      (select array_agg(row(contact_id, day, score, band, team_id, before_day)::health_spell) from gone where team_id is not null));
  end if;
  return null;
end $$;
create function tally_history(come health_spell[], gone health_spell[]) returns void language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  if come is null and gone is null then
    return;
  end if;
  insert into relationship_tally_fresh (grain, start, team_id, owner_id, band, missing, many, scores)
  select g.grain, g.start, h.team_id, coalesce(s.owner_id, c.owner_id), h.band, 0, sum(h.n * e.n), coalesce(sum(h.n * e.n * h.score), 0)
    from (select x.*, 1 as n from unnest(come) x union all select y.*, -1 from unnest(gone) y) h
    join contact c on c.id = h.contact_id
    left join contact_standing s on s.contact_id = h.contact_id
   cross join lateral (values (h.day, 1), (h.before_day, -1)) e (day, n)
   cross join lateral (values ('day', e.day), ('month', date_trunc('month', e.day)::date)) g (grain, start)
   where e.day is not null
   group by grouping sets ((g.grain, g.start, h.team_id, h.band, coalesce(s.owner_id, c.owner_id)), (g.grain, g.start, h.team_id, h.band))
  having sum(h.n * e.n) <> 0 or coalesce(sum(h.n * e.n * h.score), 0) <> 0;
end $$;
revoke execute on function tally_history(health_spell[], health_spell[]) from public;
create trigger history_tallied after insert on health_history referencing new table as come
  for each statement execute function history_tallied();
create trigger history_tallied_again after update on health_history referencing old table as gone new table as come
  for each statement execute function history_tallied();
create trigger history_tallied_no_more after delete on health_history referencing old table as gone
  for each statement execute function history_tallied();

-- Puts what was added together with what is there. Whoever adds meanwhile is added the next time.
create function settle_tally() returns void language sql security definer set search_path = public, pg_temp as $$
  with gone as (delete from relationship_tally_fresh returning *)
  insert into relationship_tally as t (grain, start, team_id, owner_id, stage_key, band, missing, many, scores)
  select grain, start, team_id, owner_id, stage_key, band, missing, sum(many), sum(scores) from gone
   group by 1, 2, 3, 4, 5, 6, 7 having sum(many) <> 0 or sum(scores) <> 0
   order by 1, 3, 4, 2, 6, 5, 7
  on conflict (grain, team_id, owner_id, start, band, stage_key, missing) do update
     set many = t.many + excluded.many, scores = t.scores + excluded.scores;
  delete from relationship_tally where many = 0 and scores = 0;
$$;
-- Counts everything anew, while whoever would add something waits.
create function recount_tally() returns void language sql security definer set search_path = public, pg_temp as $$
  lock table relationship_tally_fresh, relationship_tally in share row exclusive mode;
  delete from relationship_tally_fresh;
  delete from relationship_tally;
  insert into relationship_tally (grain, start, team_id, owner_id, stage_key, band, missing, many, scores)
  select 'now', '-infinity', team_id, owner_id, stage_key, band, missing, count(*), coalesce(sum(score), 0)
    from contact_standing where counted
   group by grouping sets ((team_id, stage_key, band, missing, owner_id), (team_id, stage_key, band, missing));
  insert into relationship_tally (grain, start, team_id, owner_id, band, missing, many, scores)
  select g.grain, g.start, h.team_id, coalesce(s.owner_id, c.owner_id), h.band, 0, sum(e.n), coalesce(sum(e.n * h.score), 0)
    from health_history h join contact c on c.id = h.contact_id left join contact_standing s on s.contact_id = h.contact_id
   cross join lateral (values (h.day, 1), (h.before_day, -1)) e (day, n)
   cross join lateral (values ('day', e.day), ('month', date_trunc('month', e.day)::date)) g (grain, start)
   where h.team_id is not null and e.day is not null
   group by grouping sets ((g.grain, g.start, h.team_id, h.band, coalesce(s.owner_id, c.owner_id)), (g.grain, g.start, h.team_id, h.band))
  having sum(e.n) <> 0 or coalesce(sum(e.n * h.score), 0) <> 0;
$$;
revoke execute on function settle_tally(), recount_tally() from public;
grant execute on function settle_tally(), recount_tally() to ${app_role};

select keep_standing(array(select id from contact));
select recount_tally();

-- The sums on somebody's dashboards: of whole teams, of what is their own in other teams as well, or of one person among them.
create function overseen_tally(viewer uuid, person uuid) returns table (
  grain text, start date, team_id uuid, stage_key text, band text, missing int, many bigint, scores bigint)
language sql stable parallel safe as $$
  select t.grain, t.start, t.team_id, t.stage_key, t.band, t.missing, t.many, t.scores
    from (select grain, start, team_id, owner_id, stage_key, band, missing, many, scores from relationship_tally
          union all
          select grain, start, team_id, owner_id, stage_key, band, missing, many, scores from relationship_tally_fresh) t
   where person is null and t.owner_id is null and t.team_id = any (array(select overseen_team(viewer)))
  union all
  select t.grain, t.start, t.team_id, t.stage_key, t.band, t.missing, t.many, t.scores
    from (select grain, start, team_id, owner_id, stage_key, band, missing, many, scores from relationship_tally
          union all
          select grain, start, team_id, owner_id, stage_key, band, missing, many, scores from relationship_tally_fresh) t
   where t.owner_id = coalesce(person, (select u.id from app_user u where u.id = viewer and u.sells and u.deactivated_at is null))
     and (t.team_id = any (array(select overseen_team(viewer)))) = (person is not null)
  union all
  select t.grain, t.start, t.team_id, t.stage_key, t.band, t.missing, t.many, t.scores
    from (select grain, start, team_id, owner_id, stage_key, band, missing, many, scores from relationship_tally
          union all
          select grain, start, team_id, owner_id, stage_key, band, missing, many, scores from relationship_tally_fresh) t
   where person is not null and t.owner_id = person
     and person = (select u.id from app_user u where u.id = viewer and u.sells and u.deactivated_at is null)
     and t.team_id <> all (array(select overseen_team(viewer)))
$$;

-- Where the relationships on somebody's dashboards stand.
create function overseen_standing(viewer uuid) returns setof contact_standing language sql stable parallel safe as $$
  select s.* from contact_standing s where s.team_id = any (array(select overseen_team(viewer)))
  union all
  select s.* from contact_standing s
   where s.owner_id = (select u.id from app_user u where u.id = viewer and u.sells and u.deactivated_at is null)
     and s.team_id <> all (array(select overseen_team(viewer)))
$$;

-- The relationships nobody tends; the one place that says which. Somebody left who looked after them ('nobody_there'), or for longer
-- than their longest interval nobody spoke with them, wrote, sent or tried, and nothing is agreed either ('quiet'): see keep_standing.
drop function neglected_contact(uuid, date);
create function neglected_contact(viewer uuid, today date)
returns table (contact_id uuid, why text, since date, longest_days int, owner_id uuid, team_id uuid, stage_key text) language sql stable parallel safe as $$
  with gone as materialized (
    select u.id from app_user u
     where u.deactivated_at is not null or not u.sells or exists (
             select from absence a join app_user s on s.id = a.stand_in
              where a.user_id = u.id and a.ended_at is null and today between a.from_day and a.until_day
                and (s.deactivated_at is not null or not s.sells)))
  select s.contact_id, 'quiet', s.quiet_since, s.longest_days, s.owner_id, s.team_id, s.stage_key
    from overseen_standing(viewer) s
   where s.tended and s.quiet_from <= today and s.owner_id not in (select id from gone)
  union all
  select s.contact_id, 'nobody_there', s.quiet_since, s.longest_days, s.owner_id, s.team_id, s.stage_key
    from gone cross join lateral (
      select x.* from contact_standing x
       where x.owner_id = gone.id and x.tended
         and (x.team_id = any (array(select overseen_team(viewer)))
           or x.owner_id = (select u.id from app_user u where u.id = viewer and u.sells and u.deactivated_at is null))) s
$$;

create function erase_of_standing(people uuid[], mark text) returns int language sql security definer set search_path = public, pg_temp as $$
  with gone as (delete from contact_standing where contact_id = any (people) returning 1) select count(*)::int from gone
$$;
revoke execute on function erase_of_standing(uuid[], text) from public;
