-- A contact follows its owner's team; what happened stays with the team of its day. So a move says whose contact it was then, as
-- conversations, offers and touches do. Of moves that were made before nobody wrote that down; they count where their contact is now.
alter table stage_move
  add column owner_id uuid references app_user,
  add column team_id uuid references team;
update stage_move m set owner_id = c.owner_id, team_id = c.team_id from contact c where c.id = m.contact_id;
alter table stage_move
  alter column owner_id set not null,
  alter column team_id set not null;
create index stage_move_owner on stage_move (owner_id, moved_at);
create index stage_move_team on stage_move (team_id, moved_at);

-- The moves on somebody's dashboards. The role may only let a move follow a merge, so owner and team never change again.
create function overseen_move(viewer uuid) returns setof stage_move language sql stable parallel safe as $$
  select m.* from stage_move m
   where m.owner_id = (select u.id from app_user u where u.id = viewer and u.sells and u.deactivated_at is null)
      or m.team_id = any (array(select overseen_team(viewer)))
$$;
