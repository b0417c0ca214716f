-- With whom a conversation was, whose contact that is today, and when it took place: so that what was said lately to whoever sees it is a
-- piece of an index, and a word that was said a million times is looked for from the latest conversation backwards (decision
-- 0046). Who may read what is decided by seen_turn as before.
create table contact_talk (
  conversation_id uuid not null,
  contact_id uuid not null,
  owner_id uuid not null,
  team_id uuid not null,
  happened_at timestamptz not null,
  primary key (conversation_id, contact_id),
  foreign key (conversation_id, contact_id) references participant (conversation_id, contact_id) on update cascade on delete cascade);
insert into contact_talk (conversation_id, contact_id, owner_id, team_id, happened_at)
select p.conversation_id, p.contact_id, c.owner_id, c.team_id, v.happened_at
  from participant p join contact c on c.id = p.contact_id join conversation v on v.id = p.conversation_id
 where v.happened_at is not null;
create index contact_talk_contact on contact_talk (contact_id, happened_at, conversation_id);      -- of whom one is companion of
create index contact_talk_own on contact_talk (owner_id, happened_at, conversation_id);            -- of one's own
create index contact_talk_team on contact_talk (team_id, happened_at, conversation_id);            -- of a team's
create index contact_talk_all on contact_talk (happened_at, conversation_id);                      -- of everybody's
select not_audited('contact_talk', 'derived from other tables');

create function talk_follows_participant() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  insert into contact_talk as k (conversation_id, contact_id, owner_id, team_id, happened_at)
  select new.conversation_id, c.id, c.owner_id, c.team_id, v.happened_at
    from contact c, conversation v
   where c.id = new.contact_id and v.id = new.conversation_id and v.happened_at is not null
  on conflict (conversation_id, contact_id) do update set owner_id = excluded.owner_id, team_id = excluded.team_id;
  return null;
end $$;
create trigger talk_follows_participant after insert or update of contact_id on participant
  for each row execute function talk_follows_participant();

create function talk_follows_conversation() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  insert into contact_talk as k (conversation_id, contact_id, owner_id, team_id, happened_at)
  select p.conversation_id, c.id, c.owner_id, c.team_id, new.happened_at
    from participant p join contact c on c.id = p.contact_id
   where p.conversation_id = new.id and new.happened_at is not null
  on conflict (conversation_id, contact_id) do update set happened_at = excluded.happened_at;
  return null;
end $$;
create trigger talk_follows_conversation after update of happened_at on conversation
  for each row when (old.happened_at is distinct from new.happened_at) execute function talk_follows_conversation();

create function talk_follows_contact() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  update contact_talk set owner_id = new.owner_id, team_id = new.team_id where contact_id = new.id;
  return null;
end $$;
create trigger talk_follows_contact after update of owner_id, team_id on contact
  for each row when ((old.owner_id, old.team_id) is distinct from (new.owner_id, new.team_id))
  execute function talk_follows_contact();

-- How many turns a search is likely to find, as the planner knows it from its statistics, without looking.
create function likely_turns(query tsquery) returns bigint language plpgsql set search_path = public, pg_temp as $$
declare
  plan json;
begin
  execute format('explain (format json) select from turn where search @@ %L::tsquery', query) into plan;
  return (plan -> 0 -> 'Plan' ->> 'Plan Rows')::bigint;
end $$;
