-- Who said what a statement rests on, and whose contact they are now: so that whom to tell an answer starts from one's own people, and not
-- from everything that was ever put (decision 0054). Derived, kept by triggers whoever writes, and made anew by `rebuild statements`.
create table statement_said (
  statement_id uuid not null references statement on delete cascade,
  contact_id uuid not null,
  owner_id uuid not null,
  primary key (statement_id, contact_id));                                              -- who said it, for one statement
create index statement_said_owner on statement_said (owner_id, contact_id, statement_id);    -- whom of one's own people to tell
create index statement_said_contact on statement_said (contact_id);                     -- whose contact they are changes
grant select on statement_said to ${app_role};
revoke insert, update, delete on statement_said from ${app_role};
select not_audited('statement_said', 'derived from what is on the trail');

-- Whoever puts it waits for whoever puts right who said something, or gives them to somebody else; and the other way round.
create function keep_who_said(which uuid, said uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from turn where id = said for share;
  insert into statement_said (statement_id, contact_id, owner_id)
  select which, c.id, c.owner_id from turn t join contact c on c.id = t.speaker_id where t.id = said for share of c
  on conflict do nothing;
end $$;
revoke execute on function keep_who_said(uuid, uuid) from public;

create function forget_who_said(which uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from statement_said h
   where h.statement_id = which
     and not exists (select from statement_turn x join turn t on t.id = x.turn_id
                      where x.statement_id = h.statement_id and t.speaker_id = h.contact_id)
$$;
revoke execute on function forget_who_said(uuid) from public;

create function said_follows_statement() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    perform keep_who_said(new.statement_id, new.turn_id);
  else
    perform forget_who_said(old.statement_id);
  end if;
  return null;
end $$;
create trigger said_follows_statement after insert or delete on statement_turn for each row execute function said_follows_statement();

create function said_follows_speaker() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform keep_who_said(x.statement_id, x.turn_id), forget_who_said(x.statement_id) from statement_turn x where x.turn_id = new.id;
  return null;
end $$;
create trigger said_follows_speaker after update of speaker_id on turn
  for each row when (old.speaker_id is distinct from new.speaker_id) execute function said_follows_speaker();

create function said_follows_owner() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update statement_said set owner_id = new.owner_id where contact_id = new.id;
  return null;
end $$;
create trigger said_follows_owner after update of owner_id on contact
  for each row when (old.owner_id is distinct from new.owner_id) execute function said_follows_owner();

create function rebuild_who_said() returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
  n int;
begin
  lock table statement_turn in share row exclusive mode;
  delete from statement_said h
   where not exists (select from statement_turn x join turn t on t.id = x.turn_id
                      where x.statement_id = h.statement_id and t.speaker_id = h.contact_id);
  insert into statement_said as k (statement_id, contact_id, owner_id)
  select distinct x.statement_id, c.id, c.owner_id
    from statement_turn x join turn t on t.id = x.turn_id join contact c on c.id = t.speaker_id
  on conflict (statement_id, contact_id) do update set owner_id = excluded.owner_id;
  get diagnostics n = row_count;
  return n;
end $$;
revoke execute on function rebuild_who_said() from public;
grant execute on function rebuild_who_said() to ${app_role};
select rebuild_who_said();
analyze statement_said;

-- As before, from what is kept; and whose contact they are.
create or replace view statement_person as
  select t.statement_id, t.contact_id, a.id as answer_id, l.id as telling_id, p.promise_id, p.state as promise_state, p.due,
         a.id is not null and (l.id is not null or coalesce(p.state = 'kept', false)) as told, t.owner_id
    from statement_said t
    join contact c on c.id = t.contact_id and c.erasure_id is null
    join statement s on s.id = t.statement_id and s.withdrawn_at is null
    left join lateral (select a.id from statement_answer a where a.statement_id = t.statement_id order by a.number desc limit 1) a on true
    left join statement_telling l on l.answer_id = a.id and l.contact_id = t.contact_id
    left join lateral (select q.id as promise_id, q.state, q.due from statement_promise m join promise q on q.id = m.promise_id
                        where m.answer_id = a.id and q.contact_id = t.contact_id and q.state <> 'broken'
                        order by q.state = 'kept' desc, q.made_at desc limit 1) p on true;
