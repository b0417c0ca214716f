-- As before, and for those somebody stands in for.
create or replace function seen_contact(viewer uuid) returns setof contact language sql stable parallel safe as $$
  select c.* from contact c
   where c.merged_into is null
     and (c.owner_id = any (array(select works_as(viewer)))
       or c.team_id = any (array(select seen_team(viewer)))
       or c.id = any (array(select p.contact_id from companion p join app_user u on u.id = p.user_id
                             where p.user_id = viewer and u.sells and u.deactivated_at is null
                               and (p.until is null or p.until >= current_date))))
$$;

create or replace function tended_contact(viewer uuid) returns setof contact language sql stable parallel safe as $$
  select c.* from contact c
   where c.merged_into is null
     and (c.owner_id = any (array(select works_as(viewer)))
       or c.team_id = any (array(select l.team_id from team_lead l join app_user u on u.id = l.user_id
                                  where u.id = viewer and u.role = 'manager' and u.deactivated_at is null))
       or c.id = any (array(select p.contact_id from companion p join app_user u on u.id = p.user_id
                             where p.user_id = viewer and u.sells and u.deactivated_at is null
                               and (p.until is null or p.until >= current_date))))
$$;
