-- What dashboards ask of a promise, in one narrow row: what became of it, whose contact it is about today and of which team it was on its day
-- (decision 0053). A quarter of a team is a piece of this table, without promises, what was noted about each, and contacts. Derived, kept by
-- triggers whoever writes, and made anew by `rebuild promises`.
create table promise_card (
  promise_id uuid primary key,
  contact_id uuid not null,
  owner_id uuid not null,                                                  -- who has the contact now
  team_id uuid not null,                                                   -- of the day it was made
  side text not null,
  due date not null,
  state text not null,
  settled_at timestamptz not null,                                         -- kept; where nobody noted when: made
  first_due date,                                                          -- before it was moved for the first time
  archived boolean not null,
  merged boolean not null);
revoke insert, update, delete on promise_card from ${app_role};
select not_audited('promise_card', 'derived from what is on the trail');

create function promise_card_of(which uuid[]) returns setof promise_card language sql stable set search_path = public, pg_temp as $$
  select p.id, p.contact_id, c.owner_id, p.team_id, p.side, p.due, p.state,
         coalesce((select max(o.noted_at) from promise_outcome o where o.promise_id = p.id and o.kind = 'kept'), p.made_at),
         (select o.from_due from promise_outcome o where o.promise_id = p.id and o.kind = 'moved' order by o.noted_at, o.id limit 1),
         c.archived_at is not null, c.merged_into is not null
    from promise p join contact c on c.id = p.contact_id
   where p.id = any (which)
$$;
-- Whoever changes whose contact it is, and whoever makes a promise at that moment, wait for each other.
create function keep_promise_card(which uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from promise p join contact c on c.id = p.contact_id where p.id = which for share of c;
  insert into promise_card as k select * from promise_card_of(array[which])
  on conflict (promise_id) do update
     set contact_id = excluded.contact_id, owner_id = excluded.owner_id, team_id = excluded.team_id, side = excluded.side, due = excluded.due,
         state = excluded.state, settled_at = excluded.settled_at, first_due = excluded.first_due, archived = excluded.archived,
         merged = excluded.merged
   where k is distinct from excluded;
end $$;
create function recount_promises() returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  many bigint;
begin
  lock table promise_card in share row exclusive mode;
  delete from promise_card;
  insert into promise_card
  select p.id, p.contact_id, c.owner_id, p.team_id, p.side, p.due, p.state, coalesce(o.kept_at, p.made_at), o.first_due,
         c.archived_at is not null, c.merged_into is not null
    from promise p
    join contact c on c.id = p.contact_id
    left join (select promise_id, max(noted_at) filter (where kind = 'kept') as kept_at,
                      (array_agg(from_due order by noted_at, id) filter (where kind = 'moved'))[1] as first_due
                 from promise_outcome where kind in ('kept', 'moved') group by 1) o on o.promise_id = p.id
   order by p.team_id, p.due;
  get diagnostics many = row_count;
  return many;
end $$;
revoke execute on function keep_promise_card(uuid), recount_promises() from public;
grant execute on function recount_promises() to ${app_role};

select recount_promises();
-- What was due in a period: of a team, and of one's own people.
create index promise_card_team on promise_card (team_id, due);
create index promise_card_own on promise_card (owner_id, due);
-- What is overdue, whenever it was due.
create index promise_card_team_open on promise_card (team_id, due) include (side, owner_id, archived) where state = 'open';
create index promise_card_own_open on promise_card (owner_id, due) include (side, team_id, archived, merged) where state = 'open';
-- Whatever changes about somebody.
create index promise_card_contact on promise_card (contact_id);
analyze promise_card;

create function promise_card_follows() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    delete from promise_card where promise_id = old.id;
  else
    perform keep_promise_card(new.id);
  end if;
  return null;
end $$;
create trigger promise_card_follows after insert or delete or update of contact_id, side, due, state, team_id, made_at on promise
  for each row execute function promise_card_follows();

create function promise_card_follows_outcome() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform keep_promise_card(case tg_op when 'DELETE' then old.promise_id else new.promise_id end);
  return null;
end $$;
create trigger promise_card_follows after insert or delete or update of kind, from_due, noted_at on promise_outcome
  for each row execute function promise_card_follows_outcome();

create function promise_card_follows_contact() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update promise_card
     set owner_id = new.owner_id, archived = new.archived_at is not null, merged = new.merged_into is not null
   where contact_id = new.id;
  return null;
end $$;
create trigger promise_card_follows_contact after update of owner_id, archived_at, merged_into on contact
  for each row
  when ((old.owner_id, old.archived_at is null, old.merged_into is null)
        is distinct from (new.owner_id, new.archived_at is null, new.merged_into is null))
  execute function promise_card_follows_contact();

-- The same promises as overseen_promise gives.
create function overseen_promise_card(viewer uuid) returns setof promise_card language sql stable parallel safe as $$
  select k.* from promise_card k where k.team_id = any (array(select overseen_team(viewer)))
  union all
  select k.* from promise_card k
   where k.owner_id = (select u.id from app_user u where u.id = viewer and u.sells and u.deactivated_at is null) and not k.merged
     and k.team_id <> all (array(select overseen_team(viewer)))
$$;
