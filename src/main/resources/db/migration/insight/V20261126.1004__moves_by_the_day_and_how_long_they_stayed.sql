-- What Flow asks of a move, in one narrow row, with when they had come to where they left: no longer looked up move by move (decision 0053). To
-- ask again on another day is no move. Derived, kept by triggers whoever writes, and made anew by `rebuild moves`.
create table move_card (
  move_id uuid primary key,
  contact_id uuid not null,
  owner_id uuid not null,                                                  -- of its day, as the team
  team_id uuid not null,
  moved_at timestamptz not null,
  from_key text,
  to_key text,
  how text not null,
  came_at timestamptz);
revoke insert, update, delete on move_card from ${app_role};
select not_audited('move_card', 'derived from what is on the trail');

create function move_card_of(people uuid[]) returns setof move_card language sql stable set search_path = public, pg_temp as $$
  select m.id, m.contact_id, m.owner_id, m.team_id, m.moved_at, m.from_key, m.to_key, m.how,
         (select e.moved_at from stage_move e
           where e.contact_id = m.contact_id and e.to_key = m.from_key and e.from_key is distinct from e.to_key
             and (e.moved_at, e.id) < (m.moved_at, m.id)
           order by e.moved_at desc, e.id desc limit 1)
    from stage_move m
   where m.contact_id = any (people) and m.from_key is distinct from m.to_key
$$;
create function keep_move_cards(people uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into move_card as k select * from move_card_of(people) order by 1
  on conflict (move_id) do update
     set contact_id = excluded.contact_id, owner_id = excluded.owner_id, team_id = excluded.team_id, moved_at = excluded.moved_at,
         from_key = excluded.from_key, to_key = excluded.to_key, how = excluded.how, came_at = excluded.came_at
   where k is distinct from excluded;
end $$;
create function recount_moves() returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  many bigint;
begin
  lock table move_card in share row exclusive mode;
  delete from move_card;
  insert into move_card select * from move_card_of(array(select distinct contact_id from stage_move)) order by team_id, moved_at;
  get diagnostics many = row_count;
  return many;
end $$;
revoke execute on function keep_move_cards(uuid[]), recount_moves() from public;
grant execute on function recount_moves() to ${app_role};

select recount_moves();
-- What moved in a period: of a team, and of one's own.
create index move_card_team on move_card (team_id, moved_at);
create index move_card_own on move_card (owner_id, moved_at);
analyze move_card;

create function move_card_follows() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    delete from move_card where move_id = old.id;
    perform keep_move_cards(array[old.contact_id]);
  elsif tg_op = 'INSERT' then
    perform keep_move_cards(array[new.contact_id]);
  else
    perform keep_move_cards(array[old.contact_id, new.contact_id]);
  end if;
  return null;
end $$;
create trigger move_card_follows after insert or delete or update of contact_id on stage_move
  for each row execute function move_card_follows();

-- Of the moves overseen_move gives.
create function overseen_move_card(viewer uuid) returns setof move_card language sql stable parallel safe as $$
  select k.* from move_card k where k.team_id = any (array(select overseen_team(viewer)))
  union all
  select k.* from move_card k
   where k.owner_id = (select u.id from app_user u where u.id = viewer and u.sells and u.deactivated_at is null)
     and k.team_id <> all (array(select overseen_team(viewer)))
$$;
