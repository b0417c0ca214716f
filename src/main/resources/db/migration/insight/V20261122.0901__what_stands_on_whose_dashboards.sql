-- What stands on somebody's dashboards: of a salesperson what is their own, of a manager what is of the teams they lead as well.
-- Every figure starts from one of these. What is true now goes by the team a contact has now; what happened goes by the team of its
-- day, so that a team keeps what it did and never sees what another did. Whether names and words may be read is another question:
-- those still come from seen_contact and its sisters, and what may not be read is counted without them.
create function overseen_team(viewer uuid) returns setof uuid language sql stable parallel safe as $$
  select l.team_id from team_lead l join app_user u on u.id = l.user_id
   where u.id = viewer and u.role = 'manager' and u.deactivated_at is null
$$;

create function overseen_contact(viewer uuid) returns setof contact language sql stable parallel safe as $$
  select c.* from contact c
   where c.merged_into is null
     and (c.owner_id = (select u.id from app_user u where u.id = viewer and u.sells and u.deactivated_at is null)
       or c.team_id = any (array(select overseen_team(viewer))))
$$;

create function overseen_conversation(viewer uuid) returns setof conversation language sql stable parallel safe as $$
  select v.* from conversation v
   where v.state not in ('planned', 'called_off')
     and (v.owner_id = (select u.id from app_user u where u.id = viewer and u.sells and u.deactivated_at is null)
       or v.team_id = any (array(select overseen_team(viewer))))
$$;

create function overseen_offer(viewer uuid) returns setof offer language sql stable parallel safe as $$
  select o.* from offer o
   where o.owner_id = (select u.id from app_user u where u.id = viewer and u.sells and u.deactivated_at is null)
      or o.team_id = any (array(select overseen_team(viewer)))
$$;

create function overseen_need(viewer uuid) returns setof need language sql stable parallel safe as $$
  select n.* from need n
   where n.noted_by = (select u.id from app_user u where u.id = viewer and u.sells and u.deactivated_at is null)
      or n.team_id = any (array(select overseen_team(viewer)))
$$;

create function overseen_touch(viewer uuid) returns setof touch language sql stable parallel safe as $$
  select t.* from touch t
   where t.noted_by = (select u.id from app_user u where u.id = viewer and u.sells and u.deactivated_at is null)
      or t.team_id = any (array(select overseen_team(viewer)))
$$;
