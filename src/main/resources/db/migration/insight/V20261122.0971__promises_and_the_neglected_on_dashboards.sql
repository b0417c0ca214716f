-- Promises go with the relationship: of a salesperson those with the people they work with now, of a manager those that were made
-- in the teams they lead.
create function overseen_promise(viewer uuid) returns setof promise language sql stable parallel safe as $$
  select p.* from promise p
   where p.team_id = any (array(select overseen_team(viewer)))
      or p.contact_id = any (array(
           select c.id from contact c join app_user u on u.id = c.owner_id
            where c.owner_id = viewer and c.merged_into is null and u.sells and u.deactivated_at is null))
$$;

-- The relationships nobody tends; the one place that says which. Somebody left who looked after them ('nobody_there'), or for longer
-- than their longest interval nobody spoke with them, wrote, sent or tried, and nothing is agreed either: no conversation planned,
-- no promise whose day is still to come, no silence ('quiet'). Who is beside the path for good, or has no rhythm, is left in peace.
-- Whoever was never spoken with is counted from the day they were added on.
create function neglected_contact(viewer uuid, today date)
returns table (contact_id uuid, why text, since date, longest_days int) language sql stable parallel safe as $$
  select c.id, case when gone.owner then 'nobody_there' else 'quiet' end, quiet.since, rhythm.longest
    from overseen_contact(viewer) c
    cross join organisation o
    left join contact_stage k on k.contact_id = c.id
    left join stage g on g.version = k.version and g.key = k.stage_key
    cross join lateral (
      select coalesce(c.longest_days, case when not g.aside then g.longest_days end) as longest) rhythm
    cross join lateral (
      select u.deactivated_at is not null or not u.sells or exists (
               select from absence a join app_user s on s.id = a.stand_in
                where a.user_id = u.id and a.ended_at is null and today between a.from_day and a.until_day
                  and (s.deactivated_at is not null or not s.sells)) as owner
        from app_user u where u.id = c.owner_id) gone
    cross join lateral (
      select (greatest(
               c.created_at,
               (select max(v.happened_at) from participant p join conversation v on v.id = p.conversation_id
                 where p.contact_id = c.id and v.state not in ('planned', 'called_off')),
               (select max(t.happened_at) from touch t where t.contact_id = c.id)) at time zone o.zone)::date as since) quiet
   where c.archived_at is null
     and (g.key is null or not g.aside or k.until is not null)
     and (gone.owner
       or quiet.since < today - rhythm.longest
          and (k.until is null or k.until <= today)
          and not exists (select from agreed_silence s where s.contact_id = c.id and s.ended_at is null and s.until > today)
          and not exists (select from promise p where p.contact_id = c.id and p.state = 'open' and p.due >= today)
          and not exists (select from participant p join conversation v on v.id = p.conversation_id
                           where p.contact_id = c.id and v.state = 'planned'
                             and (v.planned_for at time zone o.zone)::date >= today))
$$;
