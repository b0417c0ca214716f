-- What needs are called and for whom, so that search starts among those somebody may see. So far it took the newest thousand of the whole
-- house with that in their title and then asked which of them the viewer sees: whose own was not among them found nothing, and
-- "complaints" read 14,500 blocks to show two (decision 0059). Derived, kept by triggers whoever writes, and made anew by `rebuild needs`.
create table need_name (
  need_id uuid primary key references need on delete cascade,
  name text not null,              -- folded
  whose uuid[] not null);          -- its people, whose contacts they are, and of which teams
-- For `whose && … and name like …` and `… <% name`, of needs.
create index need_name_of on need_name using gin (whose, name gin_trgm_ops);
grant select on need_name to ${app_role};
revoke insert, update, delete on need_name from ${app_role};
select not_audited('need_name', 'derived from what is on the trail');
drop index need_title_like;

-- Two who change who has a need wait for each other at the need.
create function keep_need_names(which uuid[]) returns void language plpgsql security definer
  set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  perform from need n where n.id = any (which) order by n.id for no key update;
  delete from need_name k where k.need_id = any (which) and not exists (select from need_person p where p.need_id = k.need_id);
  insert into need_name as k (need_id, name, whose)
  select n.id, folded(n.title), w.whose
    from need n
   cross join lateral (
     select array_agg(distinct x.one) as whose
       from need_person p join contact c on c.id = p.contact_id
      cross join lateral (values (c.id), (c.owner_id), (c.team_id)) x (one)
      where p.need_id = n.id) w
   where n.id = any (which) and w.whose is not null
  on conflict (need_id) do update set name = excluded.name, whose = excluded.whose
   where (k.name, k.whose) is distinct from (excluded.name, excluded.whose);
end $$;
revoke execute on function keep_need_names(uuid[]) from public;

create function need_name_follows() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'need' then
    perform keep_need_names(array[new.id]);
  elsif tg_table_name = 'contact' then
    perform keep_need_names(array_agg(p.need_id order by p.need_id)) from need_person p where p.contact_id = new.id having count(*) > 0;
  elsif tg_op = 'DELETE' then
    perform keep_need_names(array[old.need_id]);
  else
    -- Whoever gives them to somebody else does not see yet that they have it.
    perform from contact c where c.id = new.contact_id for share;
    perform keep_need_names(array[new.need_id]);
  end if;
  return null;
end $$;
create trigger need_name_follows after update of title on need
  for each row when (old.title is distinct from new.title) execute function need_name_follows();
create trigger need_name_follows_people after insert or delete on need_person for each row execute function need_name_follows();
create trigger need_name_follows_whom after update of contact_id on need_person
  for each row when (old.contact_id is distinct from new.contact_id) execute function need_name_follows();
create trigger need_name_follows_sight after update of owner_id, team_id on contact
  for each row when (old.owner_id is distinct from new.owner_id or old.team_id is distinct from new.team_id) execute function need_name_follows();

create function rebuild_need_names() returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
  n int;
begin
  lock table need_person in share row exclusive mode;
  delete from need_name;
  insert into need_name (need_id, name, whose)
  select n.id, folded(n.title), array_agg(distinct x.one)
    from need n join need_person p on p.need_id = n.id join contact c on c.id = p.contact_id
   cross join lateral (values (c.id), (c.owner_id), (c.team_id)) x (one)
   group by n.id;
  get diagnostics n = row_count;
  return n;
end $$;
revoke execute on function rebuild_need_names() from public;
grant execute on function rebuild_need_names() to ${app_role};
select rebuild_need_names();
analyze need_name;

-- What is known about somebody says what a need is called where the need itself is told.
do $$
declare
  was text := pg_get_functiondef('known_of_person(uuid)'::regprocedure);
  becomes text := replace(was, 't.relname <> all (array[', 't.relname <> all (array[''need_name'', ');
begin
  if becomes = was then
    raise exception 'known_of_person is not as expected';
  end if;
  execute becomes;
end $$;
