-- What pages about one person read of a thousand conversations: see decision 0050. Both tables are derived, kept by triggers whoever
-- writes, and made anew by `rebuild sums`.

-- What each conversation comes to for each who took part, so that health, the time together and the path of one person are a
-- piece of one index and a row for each conversation, without the conversation, its participants and its turns.
create table conversation_sum as
select p.contact_id, v.id as conversation_id, v.owner_id, v.visibility, v.state, coalesce(v.happened_at, v.planned_for) as at,
       v.happened_at, v.planned_for, v.logged_at, v.ended_at, v.hat, v.started_by, v.talked_more, v.complete, v.minutes,
       v.heard_turns, v.our_turns, v.their_words, v.our_words, v.last_heard_at, v.worked_on_at,
       coalesce(own.turns, 0)::int as own_turns, own.at as own_at, t.ours_at, coalesce(t.marketing, 0)::int as marketing_turns
  from participant p
  join conversation v on v.id = p.conversation_id
  left join (select conversation_id, max(said_at) filter (where kind <> 'heard') as ours_at,
                    count(*) filter (where hat = 'marketing') as marketing
               from turn group by 1) t on t.conversation_id = v.id
  left join (select conversation_id, speaker_id, count(*) as turns, max(said_at) as at
               from turn where kind = 'heard' group by 1, 2) own on own.conversation_id = v.id and own.speaker_id = p.contact_id
 order by p.contact_id, at;
alter table conversation_sum
  alter contact_id set not null, alter conversation_id set not null, alter owner_id set not null, alter visibility set not null,
  alter state set not null, alter at set not null, alter logged_at set not null, alter hat set not null, alter started_by set not null,
  alter complete set not null, alter heard_turns set not null, alter our_turns set not null, alter their_words set not null,
  alter our_words set not null, alter worked_on_at set not null, alter own_turns set not null, alter marketing_turns set not null,
  add primary key (conversation_id, contact_id),
  add foreign key (conversation_id, contact_id) references participant (conversation_id, contact_id) on update cascade on delete cascade;
create index conversation_sum_contact on conversation_sum (contact_id, at, conversation_id);   -- everything with one person, the latest first
grant select on conversation_sum to ${app_role};
revoke insert, update, delete on conversation_sum from ${app_role};
select not_audited('conversation_sum', 'derived from what is on the trail');

-- From nothing, of whole conversations.
create function keep_conversation_sums(which uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into conversation_sum as k (contact_id, conversation_id, owner_id, visibility, state, at, happened_at, planned_for, logged_at,
         ended_at, hat, started_by, talked_more, complete, minutes, heard_turns, our_turns, their_words, our_words, last_heard_at,
         worked_on_at, own_turns, own_at, ours_at, marketing_turns)
  select p.contact_id, v.id, v.owner_id, v.visibility, v.state, coalesce(v.happened_at, v.planned_for), v.happened_at, v.planned_for,
         v.logged_at, v.ended_at, v.hat, v.started_by, v.talked_more, v.complete, v.minutes, v.heard_turns, v.our_turns, v.their_words,
         v.our_words, v.last_heard_at, v.worked_on_at, t.own, t.own_at, t.ours_at, t.marketing
    from conversation v
    join participant p on p.conversation_id = v.id
   cross join lateral (
     select count(*) filter (where x.speaker_id = p.contact_id) as own, max(x.said_at) filter (where x.speaker_id = p.contact_id) as own_at,
            max(x.said_at) filter (where x.kind <> 'heard') as ours_at, count(*) filter (where x.hat = 'marketing') as marketing
       from turn x where x.conversation_id = v.id) t
   where v.id = any (which)
   order by v.id, p.contact_id
  on conflict (conversation_id, contact_id) do update
     set owner_id = excluded.owner_id, visibility = excluded.visibility, state = excluded.state, at = excluded.at,
         happened_at = excluded.happened_at, planned_for = excluded.planned_for, logged_at = excluded.logged_at,
         ended_at = excluded.ended_at, hat = excluded.hat, started_by = excluded.started_by, talked_more = excluded.talked_more,
         complete = excluded.complete, minutes = excluded.minutes, heard_turns = excluded.heard_turns, our_turns = excluded.our_turns,
         their_words = excluded.their_words, our_words = excluded.our_words, last_heard_at = excluded.last_heard_at, worked_on_at = excluded.worked_on_at,
         own_turns = excluded.own_turns, own_at = excluded.own_at, ours_at = excluded.ours_at, marketing_turns = excluded.marketing_turns
   where k is distinct from excluded;
end $$;
revoke execute on function keep_conversation_sums(uuid[]) from public;
grant execute on function keep_conversation_sums(uuid[]) to ${app_role};

-- Whoever joins a conversation waits for whoever is writing a turn into it, and then counts that, too.
create function sums_follow_participant() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from conversation v where v.id = new.conversation_id for no key update;
  perform keep_conversation_sums(array[new.conversation_id]);
  return null;
end $$;
create trigger sums_follow_participant after insert or update of contact_id on participant
  for each row execute function sums_follow_participant();

create function sums_follow_conversation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update conversation_sum
     set owner_id = new.owner_id, visibility = new.visibility, state = new.state, at = coalesce(new.happened_at, new.planned_for),
         happened_at = new.happened_at, planned_for = new.planned_for, logged_at = new.logged_at, ended_at = new.ended_at,
         hat = new.hat, started_by = new.started_by, talked_more = new.talked_more, complete = new.complete, minutes = new.minutes,
         heard_turns = new.heard_turns, our_turns = new.our_turns, their_words = new.their_words, our_words = new.our_words,
         last_heard_at = new.last_heard_at, worked_on_at = new.worked_on_at
   where conversation_id = new.id;
  return null;
end $$;
create trigger sums_follow_conversation after update on conversation for each row
  when ((old.owner_id, old.visibility, old.state, old.happened_at, old.planned_for, old.logged_at, old.ended_at, old.hat, old.started_by,
         old.talked_more, old.complete, old.minutes, old.heard_turns, old.our_turns, old.their_words, old.our_words, old.last_heard_at, old.worked_on_at)
        is distinct from
        (new.owner_id, new.visibility, new.state, new.happened_at, new.planned_for, new.logged_at, new.ended_at, new.hat, new.started_by,
         new.talked_more, new.complete, new.minutes, new.heard_turns, new.our_turns, new.their_words, new.our_words, new.last_heard_at, new.worked_on_at))
  execute function sums_follow_conversation();

-- A turn is added to what is there, however long the conversation.
create function sums_follow_turns() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update conversation_sum k
     set own_turns = k.own_turns + x.own, own_at = greatest(k.own_at, x.own_at), ours_at = greatest(k.ours_at, x.ours_at),
         marketing_turns = k.marketing_turns + x.marketing
    from (select y.conversation_id, y.contact_id, count(*) filter (where t.speaker_id = y.contact_id) as own,
                 max(t.said_at) filter (where t.speaker_id = y.contact_id) as own_at,
                 max(t.said_at) filter (where t.kind <> 'heard') as ours_at, count(*) filter (where t.hat = 'marketing') as marketing
            from added t join conversation_sum y on y.conversation_id = t.conversation_id group by 1, 2) x
   where k.conversation_id = x.conversation_id and k.contact_id = x.contact_id;
  return null;
end $$;
create trigger sums_follow_turns after insert on turn referencing new table as added
  for each statement execute function sums_follow_turns();

create function sums_follow_less() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform keep_conversation_sums(array(select distinct conversation_id from gone));
  return null;
end $$;
create trigger sums_follow_less after delete on turn referencing old table as gone
  for each statement execute function sums_follow_less();

-- Which of the things somebody said are marked, and where a thread hangs on one: so that those few are found without all the others.
create table said_mark as
select t.speaker_id, m.kind, t.said_at, m.turn_id from turn_mark m join turn t on t.id = m.turn_id where m.turn_kind = 'heard'
union all
select t.speaker_id, 'thread', t.said_at, o.turn_id from open_thread o join turn t on t.id = o.turn_id where t.speaker_id is not null
 order by 1, 2, 3, 4;
alter table said_mark
  alter speaker_id set not null, alter kind set not null, alter said_at set not null, alter turn_id set not null,
  add primary key (turn_id, kind);
create index said_mark_speaker on said_mark (speaker_id, kind, said_at, turn_id);              -- what one person asked, or left open, the latest first
grant select on said_mark to ${app_role};
revoke insert, update, delete on said_mark from ${app_role};
select not_audited('said_mark', 'derived from what is on the trail');

create function said_follows_mark() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    delete from said_mark where turn_id = old.turn_id and kind = old.kind;
  end if;
  if tg_op <> 'DELETE' then
    insert into said_mark (speaker_id, kind, said_at, turn_id)
    select t.speaker_id, new.kind, t.said_at, t.id from turn t where t.id = new.turn_id and t.speaker_id is not null
    on conflict (turn_id, kind) do update set speaker_id = excluded.speaker_id, said_at = excluded.said_at;
  end if;
  return null;
end $$;
create trigger said_follows_mark after insert or delete or update of kind on turn_mark
  for each row execute function said_follows_mark();

create function said_follows_thread() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    delete from said_mark where turn_id = old.turn_id and kind = 'thread';
  else
    insert into said_mark (speaker_id, kind, said_at, turn_id)
    select t.speaker_id, 'thread', t.said_at, t.id from turn t where t.id = new.turn_id and t.speaker_id is not null
    on conflict (turn_id, kind) do update set speaker_id = excluded.speaker_id, said_at = excluded.said_at;
  end if;
  return null;
end $$;
create trigger said_follows_thread after insert or delete on open_thread
  for each row execute function said_follows_thread();

-- Who said it, when and under which hat is seldom put right; words are, and change nothing here.
create function sums_follow_changes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform keep_conversation_sums(array(
    select distinct n.conversation_id from becomes n join was o on o.id = n.id
     where (o.kind, o.speaker_id, o.said_at, o.hat) is distinct from (n.kind, n.speaker_id, n.said_at, n.hat)));
  delete from said_mark m using becomes n where m.turn_id = n.id and n.speaker_id is null;
  update said_mark m set speaker_id = n.speaker_id, said_at = n.said_at
    from becomes n where m.turn_id = n.id and n.speaker_id is not null and (m.speaker_id, m.said_at) <> (n.speaker_id, n.said_at);
  return null;
end $$;
create trigger sums_follow_changes after update on turn referencing old table as was new table as becomes
  for each statement execute function sums_follow_changes();

-- All there is; also what should not be there any more.
create function rebuild_conversation_sums(after uuid, most int, out last uuid, out many int)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  which uuid[];
begin
  which := array(select id from conversation where id > after order by id limit most);
  many := cardinality(which);
  last := which[many];
  perform from conversation v where v.id = any (which) order by v.id for no key update;
  perform keep_conversation_sums(which);
  delete from said_mark s using turn t
   where t.id = s.turn_id and t.conversation_id = any (which)
     and ((s.speaker_id, s.said_at) is distinct from (t.speaker_id, t.said_at)
          or s.kind = 'thread' and not exists (select from open_thread o where o.turn_id = t.id)
          or s.kind <> 'thread' and not exists (select from turn_mark m where m.turn_id = t.id and m.kind = s.kind));
  insert into said_mark (speaker_id, kind, said_at, turn_id)
  select t.speaker_id, m.kind, t.said_at, t.id from turn t join turn_mark m on m.turn_id = t.id
   where t.conversation_id = any (which) and t.speaker_id is not null
  union all
  select t.speaker_id, 'thread', t.said_at, t.id from turn t join open_thread o on o.turn_id = t.id
   where t.conversation_id = any (which) and t.speaker_id is not null
  on conflict do nothing;
end $$;
revoke execute on function rebuild_conversation_sums(uuid, int) from public;
grant execute on function rebuild_conversation_sums(uuid, int) to ${app_role};
analyze conversation_sum, said_mark;
