-- The same touches as before, those of the teams and those of one's own elsewhere each read along an index.
create or replace function overseen_touch(viewer uuid) returns setof touch language sql stable parallel safe as $$
  select t.* from touch t where t.team_id = any (array(select overseen_team(viewer)))
  union all
  select t.* from touch t
   where t.noted_by = (select u.id from app_user u where u.id = viewer and u.sells and u.deactivated_at is null)
     and t.team_id <> all (array(select overseen_team(viewer)))
$$;
