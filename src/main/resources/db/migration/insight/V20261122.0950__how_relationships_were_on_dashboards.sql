-- How relationships were, from the evening of one day up to the day before another; of a salesperson those they have now, with all
-- their past, of a manager those that belonged to the teams they lead at the time. What was before nobody knows.
create function overseen_health(viewer uuid)
returns table (contact_id uuid, team_id uuid, score int, band text, from_day date, before_day date)
language sql stable parallel safe as $$
  select h.contact_id, h.team_id, h.score, h.band, h.day, h.next_day
    from (select x.*, lead(x.day) over (partition by x.contact_id order by x.day) as next_day
            from health_history x
           where x.contact_id in (
                   select y.contact_id from health_history y where y.team_id = any (array(select overseen_team(viewer)))
                   union
                   select c.id from contact c join app_user u on u.id = c.owner_id
                    where c.owner_id = viewer and u.sells and u.deactivated_at is null)) h
    join contact c on c.id = h.contact_id
   where h.team_id is not null
     and (h.team_id = any (array(select overseen_team(viewer)))
       or c.owner_id = (select u.id from app_user u where u.id = viewer and u.sells and u.deactivated_at is null))
$$;
