-- Whom nobody tends, the longest first: of each team, and of one's own elsewhere, so that the first of them are found without the others.
create index contact_standing_team_alone on contact_standing (team_id, quiet_since, contact_id)
  include (quiet_from, owner_id, stage_key) where tended;
create index contact_standing_owner_alone on contact_standing (owner_id, quiet_since, contact_id)
  include (quiet_from, team_id, stage_key) where tended;

-- Who looks after nobody any more: left, sells no longer, or is away with somebody standing in who did.
create function looks_after_nobody(today date) returns uuid[] language sql stable parallel safe as $$
  select array(
    select u.id from app_user u
     where u.deactivated_at is not null or not u.sells or exists (
             select from absence a join app_user s on s.id = a.stand_in
              where a.user_id = u.id and a.ended_at is null and today between a.from_day and a.until_day
                and (s.deactivated_at is not null or not s.sells)))
$$;

-- The relationships nobody tends; the one place that says which, here and in the two below. Somebody left who looked after them
-- ('nobody_there'), or for longer than their longest interval nobody spoke with them, wrote, sent or tried, and nothing is agreed
-- either ('quiet'): see keep_standing.
create or replace function neglected_contact(viewer uuid, today date)
returns table (contact_id uuid, why text, since date, longest_days int, owner_id uuid, team_id uuid, stage_key text) language sql stable parallel safe as $$
  select s.contact_id, case when s.owner_id = any (looks_after_nobody(today)) then 'nobody_there' else 'quiet' end,
         s.quiet_since, s.longest_days, s.owner_id, s.team_id, s.stage_key
    from overseen_standing(viewer) s
   where s.tended and (s.quiet_from <= today or s.owner_id = any (looks_after_nobody(today)))
$$;

-- How many these are. What is read is the index they are counted in, from the day on which silence became too long.
create function neglected_many(viewer uuid, today date, team uuid, person uuid, stage text) returns bigint
language plpgsql stable as $$
declare
  led uuid[] := array(select overseen_team(viewer));
  me uuid := (select u.id from app_user u where u.id = viewer and u.sells and u.deactivated_at is null);
  gone uuid[] := looks_after_nobody(today);
begin
  return (select count(*) from contact_standing s
           where s.team_id = any (led) and s.tended and s.quiet_from <= today and s.owner_id <> all (gone)
             and (team is null or s.team_id = team) and (person is null or s.owner_id = person) and (stage is null or s.stage_key = stage))
       + (select count(*) from contact_standing s
           where s.owner_id = me and s.team_id <> all (led) and s.tended and s.quiet_from <= today and s.owner_id <> all (gone)
             and (team is null or s.team_id = team) and (person is null or s.owner_id = person) and (stage is null or s.stage_key = stage))
       + (select count(*) from contact_standing s
           where s.owner_id = any (gone) and s.tended and (s.team_id = any (led) or s.owner_id = me)
             and (team is null or s.team_id = team) and (person is null or s.owner_id = person) and (stage is null or s.stage_key = stage));
end $$;

-- The first of them after one of them: of each team so many, and these in order.
create function neglected_first(
  viewer uuid, today date, team uuid, person uuid, stage text, company uuid, after_day date, after_id uuid, most int)
returns table (contact_id uuid, owner_id uuid, why text, since date) language plpgsql stable rows 20 as $$
declare
  led uuid[] := array(select overseen_team(viewer));
  me uuid := (select u.id from app_user u where u.id = viewer and u.sells and u.deactivated_at is null);
  gone uuid[] := looks_after_nobody(today);
begin
  return query
  select x.contact_id, x.owner_id, case when x.owner_id = any (gone) then 'nobody_there' else 'quiet' end, x.quiet_since
    from ((select f.* from unnest(case when team is null then led when team = any (led) then array[team] end) t (id)
            cross join lateral (
              select s.contact_id, s.owner_id, s.quiet_since from contact_standing s
               where s.team_id = t.id and s.tended and (s.quiet_from <= today or s.owner_id = any (gone))
                 and (s.quiet_since, s.contact_id) > (after_day, after_id)
                 and (person is null or s.owner_id = person) and (stage is null or s.stage_key = stage)
                 and (company is null or exists (select from contact c where c.id = s.contact_id and c.company_id = company))
               order by s.quiet_since, s.contact_id limit most) f)
          union all
          (select s.contact_id, s.owner_id, s.quiet_since from contact_standing s
            where s.owner_id = me and s.team_id <> all (led) and s.tended and (s.quiet_from <= today or s.owner_id = any (gone))
              and (s.quiet_since, s.contact_id) > (after_day, after_id)
              and (team is null or s.team_id = team) and (person is null or s.owner_id = person) and (stage is null or s.stage_key = stage)
              and (company is null or exists (select from contact c where c.id = s.contact_id and c.company_id = company))
            order by s.quiet_since, s.contact_id limit most)) x
   order by x.quiet_since, x.contact_id limit most;
end $$;
