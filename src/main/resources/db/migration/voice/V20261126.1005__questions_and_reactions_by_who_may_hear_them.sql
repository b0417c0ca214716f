-- What people asked and how they took what we gave them, by who may hear it: the voice of the customer counts some days of it, and looked through
-- what was said to everybody in the house for the few words somebody may read (decision 0053). A row for each contact who was there, with whose
-- contact they are today; one alone, of nobody, where the conversation is open to all. Derived from what voiced_turn says, kept by triggers whoever
-- writes, and made anew by `rebuild voice`.
create table voiced_mark (
  turn_id uuid not null references turn on delete cascade,
  kind text not null check (kind in ('question', 'reaction')),
  contact_id uuid,
  owner_id uuid,                                                           -- none where the contact was merged into another
  team_id uuid,
  speaker_id uuid not null,
  day_team uuid not null,                                                  -- whose conversation it was on that day
  said_at timestamptz not null,
  open boolean not null,                                                   -- no response names it
  response_id uuid,                                                        -- reactions: our last response before it
  reaction text check (reaction in ('good', 'none', 'bad')),
  unique nulls not distinct (turn_id, kind, contact_id));
revoke insert, update, delete on voiced_mark from ${app_role};
select not_audited('voiced_mark', 'derived from what is on the trail');

create function voiced_marks_of(turns uuid[]) returns setof voiced_mark language sql stable set search_path = public, pg_temp as $$
  select t.id, k.kind, p.contact_id, p.owner_id, p.team_id, t.speaker_id, v.team_id, t.said_at,
         not exists (select from reply y where y.heard_id = t.id), r.response_id, h.reaction
    from turn t
    join conversation v on v.id = t.conversation_id
   cross join lateral (
     select 'question' as kind
      where exists (select from turn_mark m where m.turn_id = t.id and m.kind = 'their_question')
         or exists (select from need_turn n join need d on d.id = n.need_id where n.heard_id = t.id and n.states and d.kind = 'wants_to_know')
     union all
     select 'reaction' where exists (select from turn_mark m where m.turn_id = t.id and m.kind = 'reaction')) k
   cross join lateral (
     select null::uuid as contact_id, null::uuid as owner_id, null::uuid as team_id where v.visibility = 'all'
     union all
     select c.id, case when c.merged_into is null then c.owner_id end, case when c.merged_into is null then c.team_id end
       from participant i join contact c on c.id = i.contact_id
      where i.conversation_id = v.id and v.visibility <> 'all') p
    left join lateral (
     select o.id as response_id from turn o
      where k.kind = 'reaction' and o.conversation_id = t.conversation_id and o.seq < t.seq and o.kind = 'responded'
      order by o.seq desc limit 1) r on true
    left join heard_reaction h on h.turn_id = t.id and k.kind = 'reaction'
   where t.id = any (turns) and t.kind = 'heard' and t.words is not null and v.visibility <> 'private'
     and not exists (select from turn_mark m where m.turn_id = t.id and m.kind in ('personal', 'sensitive'))
$$;
-- Whoever else changes something about one of them waits, and then sees what was changed.
create function voiced_marks_anew(turns uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from turn where id = any (turns) order by id for no key update;
  perform from contact c
    where c.id in (select i.contact_id from turn t join participant i on i.conversation_id = t.conversation_id where t.id = any (turns))
    order by c.id for share;
  delete from voiced_mark where turn_id = any (turns);
  insert into voiced_mark select * from voiced_marks_of(turns);
end $$;
create function voiced_marks_in(talk uuid) returns void language sql security definer set search_path = public, pg_temp as $$
  select voiced_marks_anew(array(
    select t.id from turn t
     where t.conversation_id = talk and t.kind = 'heard'
       and (exists (select from turn_mark m where m.turn_id = t.id and m.kind in ('their_question', 'reaction'))
         or exists (select from need_turn n where n.heard_id = t.id and n.states)
         or exists (select from voiced_mark k where k.turn_id = t.id))))
$$;
create function recount_voiced_marks() returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  many bigint;
begin
  lock table voiced_mark in share row exclusive mode;
  delete from voiced_mark;
  insert into voiced_mark
  select * from voiced_marks_of(array(
    select m.turn_id from turn_mark m where m.kind in ('their_question', 'reaction')
    union
    select n.heard_id from need_turn n join need d on d.id = n.need_id where n.states and d.kind = 'wants_to_know'))
   order by said_at;
  get diagnostics many = row_count;
  return many;
end $$;
revoke execute on function voiced_marks_anew(uuid[]), voiced_marks_in(uuid), recount_voiced_marks() from public;
grant execute on function recount_voiced_marks() to ${app_role};

select recount_voiced_marks();
-- What was asked, or taken well, in a period: by a team's people, by one's own, by those of whom one is companion, and for all to hear.
create index voiced_mark_team on voiced_mark (team_id, kind, said_at);
create index voiced_mark_own on voiced_mark (owner_id, kind, said_at);
create index voiced_mark_contact on voiced_mark (contact_id, kind, said_at);
create index voiced_mark_all on voiced_mark (kind, said_at) where contact_id is null;
-- Where a response of ours is taken back.
create index voiced_mark_response on voiced_mark (response_id) where response_id is not null;
analyze voiced_mark;

create function voiced_mark_follows() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform voiced_marks_anew(array[case tg_op when 'DELETE' then old.turn_id else new.turn_id end]);
  return null;
end $$;
create trigger voiced_mark_follows after insert on turn_mark for each row
  when (new.kind in ('their_question', 'reaction', 'personal', 'sensitive')) execute function voiced_mark_follows();
create trigger voiced_mark_follows_less after delete on turn_mark for each row
  when (old.kind in ('their_question', 'reaction', 'personal', 'sensitive')) execute function voiced_mark_follows();
create trigger voiced_mark_follows_change after update of kind on turn_mark for each row
  when (old.kind is distinct from new.kind) execute function voiced_mark_follows();
create trigger voiced_mark_follows after insert or delete or update of reaction on heard_reaction
  for each row execute function voiced_mark_follows();

create function voiced_mark_follows_need_turn() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform voiced_marks_anew(case tg_op when 'INSERT' then array[new.heard_id] when 'DELETE' then array[old.heard_id]
                                       else array[old.heard_id, new.heard_id] end);
  return null;
end $$;
create trigger voiced_mark_follows after insert on need_turn for each row when (new.states) execute function voiced_mark_follows_need_turn();
create trigger voiced_mark_follows_less after delete on need_turn for each row when (old.states) execute function voiced_mark_follows_need_turn();
create trigger voiced_mark_follows_change after update of need_id, heard_id, states on need_turn for each row
  when ((old.need_id, old.heard_id, old.states) is distinct from (new.need_id, new.heard_id, new.states))
  execute function voiced_mark_follows_need_turn();
create function voiced_mark_follows_need() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform voiced_marks_anew(array(select n.heard_id from need_turn n where n.need_id = new.id and n.states));
  return null;
end $$;
create trigger voiced_mark_follows after update of kind on need for each row
  when (old.kind is distinct from new.kind) execute function voiced_mark_follows_need();

create function voiced_mark_follows_reply() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    update voiced_mark set open = not exists (select from reply y where y.heard_id = old.heard_id) where turn_id = old.heard_id;
  end if;
  if tg_op <> 'DELETE' then
    update voiced_mark set open = false where turn_id = new.heard_id and open;
  end if;
  return null;
end $$;
create trigger voiced_mark_follows after insert or delete or update of heard_id on reply
  for each row execute function voiced_mark_follows_reply();

-- What a turn is, and what ours before a reaction were.
create function voiced_mark_follows_turn() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    perform voiced_marks_anew(array(select k.turn_id from voiced_mark k where k.response_id = old.id));
  elsif old.kind <> new.kind then
    perform voiced_marks_in(new.conversation_id);
  else
    perform voiced_marks_anew(array[new.id]);
  end if;
  return null;
end $$;
create trigger voiced_mark_follows after update of kind, speaker_id, words, said_at on turn for each row
  when ((old.kind, old.speaker_id, old.words is null, old.said_at) is distinct from (new.kind, new.speaker_id, new.words is null, new.said_at))
  execute function voiced_mark_follows_turn();
create trigger voiced_mark_follows_less after delete on turn for each row
  when (old.kind = 'responded') execute function voiced_mark_follows_turn();

create function voiced_mark_follows_talk() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform voiced_marks_in(new.id);
  return null;
end $$;
create trigger voiced_mark_follows after update of visibility, team_id on conversation for each row
  when ((old.visibility, old.team_id) is distinct from (new.visibility, new.team_id)) execute function voiced_mark_follows_talk();
create function voiced_mark_follows_participant() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform voiced_marks_in(case tg_op when 'DELETE' then old.conversation_id else new.conversation_id end);
  return null;
end $$;
create trigger voiced_mark_follows after insert or delete or update of contact_id on participant
  for each row execute function voiced_mark_follows_participant();
create function voiced_mark_follows_contact() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update voiced_mark
     set owner_id = case when new.merged_into is null then new.owner_id end, team_id = case when new.merged_into is null then new.team_id end
   where contact_id = new.id;
  return null;
end $$;
create trigger voiced_mark_follows after update of owner_id, team_id, merged_into on contact for each row
  when ((old.owner_id, old.team_id, old.merged_into is null) is distinct from (new.owner_id, new.team_id, new.merged_into is null))
  execute function voiced_mark_follows_contact();

-- Of the turns voiced_turn gives; more than once where somebody sees more than one of those who were there.
create function voiced_marks(viewer uuid, which text) returns setof voiced_mark language sql stable parallel safe as $$
  select m.* from voiced_mark m
   where m.kind = which and m.contact_id is null
     and exists (select from app_user u where u.id = viewer and u.sells and u.deactivated_at is null)
  union all
  select m.* from voiced_mark m where m.kind = which and m.team_id = any (array(select seen_team(viewer)))
  union all
  select m.* from voiced_mark m where m.kind = which and m.owner_id = any (array(select works_as(viewer)))
  union all
  select m.* from voiced_mark m
   where m.kind = which and m.owner_id is not null and m.contact_id = any (array(
           select p.contact_id from companion p join app_user u on u.id = p.user_id
            where p.user_id = viewer and u.sells and u.deactivated_at is null and (p.until is null or p.until >= current_date)))
$$;
