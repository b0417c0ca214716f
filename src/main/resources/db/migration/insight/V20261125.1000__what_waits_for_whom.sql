-- What waits: promises that are open, questions of theirs nobody has answered, and questions of ours since which they said nothing. A row each,
-- with whose contact it is and where they stand, so that Flow counts a piece of an index and does not look for the few that are open among
-- all that was ever said (decision 0049). Derived, kept by triggers whoever writes, and made anew by `rebuild waiting`.
create table still_waiting (
  id uuid primary key,                                                     -- the promise, or the turn with the question
  kind text not null check (kind in ('promise-us', 'promise-them', 'question-us', 'question-them')),
  contact_id uuid not null,
  owner_id uuid not null,
  team_id uuid not null,
  stage_key text,
  counted boolean not null,                                                -- not in the archive
  said_at timestamptz);                                                    -- of questions
revoke insert, update, delete on still_waiting from ${app_role};
select not_audited('still_waiting', 'derived from what is on the trail');

-- All of it; with people: only theirs.
create function waiting_with(people uuid[]) returns setof still_waiting language sql stable set search_path = public, pg_temp as $$
  select x.id, x.kind, c.id, c.owner_id, c.team_id, g.stage_key, c.archived_at is null and c.merged_into is null, x.said_at
    from (
      select p.id, 'promise-' || p.side as kind, p.contact_id, null::timestamptz as said_at
        from promise p where p.state = 'open' and p.contact_id = any (people)
      union all
      select t.id, 'question-them', t.speaker_id, t.said_at
        from turn t join turn_mark k on k.turn_id = t.id and k.kind = 'their_question'
       where t.speaker_id = any (people) and t.kind = 'heard' and not exists (select from reply y where y.heard_id = t.id)
      union all
      select t.id, 'question-us', q.contact_id, t.said_at
        from unnest(people) q (contact_id)
       cross join lateral (
         select coalesce(max(h.said_at), '-infinity') as at from turn h where h.speaker_id = q.contact_id and h.kind = 'heard') l
        join participant i on i.contact_id = q.contact_id
        join conversation v on v.id = i.conversation_id and v.lead_id = i.contact_id and (v.last_turn_at is null or v.last_turn_at >= l.at)
        join turn t on t.conversation_id = v.id and t.kind = 'asked' and t.said_at > l.at
       where not exists (select from answer a where a.question_id = t.id)) x
    join contact c on c.id = x.contact_id
    left join contact_stage g on g.contact_id = c.id
$$;
create function keep_waiting(people uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
  delete from still_waiting where contact_id = any (people);
  insert into still_waiting select * from waiting_with(people) on conflict do nothing;
$$;
create function recount_waiting() returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  many bigint;
begin
  lock table still_waiting in share row exclusive mode;
  delete from still_waiting;
  insert into still_waiting
  select x.id, x.kind, c.id, c.owner_id, c.team_id, g.stage_key, c.archived_at is null and c.merged_into is null, x.said_at
    from (
      select p.id, 'promise-' || p.side as kind, p.contact_id, null::timestamptz as said_at from promise p where p.state = 'open'
      union all
      select t.id, 'question-them', t.speaker_id, t.said_at
        from turn t join turn_mark k on k.turn_id = t.id and k.kind = 'their_question'
       where t.kind = 'heard' and not exists (select from reply y where y.heard_id = t.id)
      union all
      select t.id, 'question-us', v.lead_id, t.said_at
        from conversation v
        left join (select h.speaker_id, max(h.said_at) as at from turn h where h.kind = 'heard' group by 1) l on l.speaker_id = v.lead_id
        join turn t on t.conversation_id = v.id and t.kind = 'asked' and t.said_at > coalesce(l.at, '-infinity')
       where (v.last_turn_at is null or l.at is null or v.last_turn_at >= l.at)
         and not exists (select from answer a where a.question_id = t.id)) x
    join contact c on c.id = x.contact_id
    left join contact_stage g on g.contact_id = c.id;
  get diagnostics many = row_count;
  return many;
end $$;
revoke execute on function keep_waiting(uuid[]), recount_waiting() from public;
grant execute on function recount_waiting() to ${app_role};

select recount_waiting();
-- How many of which kind in which stage: of a team, and of one's own.
create index still_waiting_team on still_waiting (team_id, kind, stage_key, owner_id) where counted;
create index still_waiting_own on still_waiting (owner_id, kind, stage_key, team_id) where counted;
-- What waits with one person, whenever something changes with them.
create index still_waiting_contact on still_waiting (contact_id, kind);
analyze still_waiting;

-- One question again: whether it waits, and on whom.
create function keep_waiting_question(question uuid) returns void language sql security definer set search_path = public, pg_temp as $$
  delete from still_waiting where id = question;
  insert into still_waiting
  select t.id, case t.kind when 'heard' then 'question-them' else 'question-us' end, c.id, c.owner_id, c.team_id, g.stage_key,
         c.archived_at is null and c.merged_into is null, t.said_at
    from turn t
    join conversation v on v.id = t.conversation_id
    join contact c on c.id = case t.kind when 'heard' then t.speaker_id else v.lead_id end
    left join contact_stage g on g.contact_id = c.id
   where t.id = question
     and case t.kind
           when 'heard' then exists (select from turn_mark k where k.turn_id = t.id and k.kind = 'their_question')
                             and not exists (select from reply y where y.heard_id = t.id)
           when 'asked' then not exists (select from answer a where a.question_id = t.id)
                             and t.said_at > coalesce((select max(h.said_at) from turn h
                                                        where h.speaker_id = v.lead_id and h.kind = 'heard'), '-infinity')
           else false end
  on conflict do nothing;
$$;
revoke execute on function keep_waiting_question(uuid) from public;

create function waiting_follows_promise() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    delete from still_waiting where id = old.id;
  end if;
  if tg_op <> 'DELETE' then
    insert into still_waiting (id, kind, contact_id, owner_id, team_id, stage_key, counted)
    select new.id, 'promise-' || new.side, c.id, c.owner_id, c.team_id, g.stage_key, c.archived_at is null and c.merged_into is null
      from contact c left join contact_stage g on g.contact_id = c.id
     where c.id = new.contact_id and new.state = 'open';
  end if;
  return null;
end $$;
create trigger waiting_follows_promise after insert or delete or update of state, contact_id, side on promise
  for each row execute function waiting_follows_promise();

create function waiting_follows_mark() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform keep_waiting_question(case tg_op when 'DELETE' then old.turn_id else new.turn_id end);
  return null;
end $$;
create trigger waiting_follows_mark after insert on turn_mark
  for each row when (new.kind = 'their_question') execute function waiting_follows_mark();
create trigger waiting_follows_unmark after delete on turn_mark
  for each row when (old.kind = 'their_question') execute function waiting_follows_mark();
create trigger waiting_follows_remark after update of kind on turn_mark
  for each row when (old.kind is distinct from new.kind) execute function waiting_follows_mark();

create function waiting_follows_reply() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    perform keep_waiting_question(old.heard_id);
  end if;
  if tg_op <> 'DELETE' then
    delete from still_waiting where id = new.heard_id;
  end if;
  return null;
end $$;
create trigger waiting_follows_reply after insert or delete or update of heard_id on reply
  for each row execute function waiting_follows_reply();

create function waiting_follows_answer() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    perform keep_waiting_question(old.question_id);
  end if;
  if tg_op <> 'DELETE' then
    delete from still_waiting where id = new.question_id;
  end if;
  return null;
end $$;
create trigger waiting_follows_answer after insert or delete or update of question_id on answer
  for each row execute function waiting_follows_answer();

-- Whatever they say, we wait for no answer any more to what was asked before.
create function waiting_follows_turns() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from still_waiting w
   using (select speaker_id, max(said_at) as at from added where kind = 'heard' and speaker_id is not null group by 1) h
   where w.contact_id = h.speaker_id and w.kind = 'question-us' and w.said_at <= h.at;
  perform keep_waiting_question(id) from added where kind = 'asked';
  return null;
end $$;
create trigger waiting_follows_turns after insert on turn referencing new table as added
  for each statement execute function waiting_follows_turns();

-- Who said it and when is seldom put right; words are, and change nothing here.
create function waiting_follows_changes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who uuid[];
begin
  who := array(
    select o.speaker_id from was o join becomes n on n.id = o.id
     where o.speaker_id is not null and (o.kind, o.speaker_id, o.said_at) is distinct from (n.kind, n.speaker_id, n.said_at)
    union
    select n.speaker_id from was o join becomes n on n.id = o.id
     where n.speaker_id is not null and (o.kind, o.speaker_id, o.said_at) is distinct from (n.kind, n.speaker_id, n.said_at)
    union
    select v.lead_id from was o join becomes n on n.id = o.id join conversation v on v.id = n.conversation_id
     where (o.kind, o.speaker_id, o.said_at) is distinct from (n.kind, n.speaker_id, n.said_at));
  if cardinality(who) > 0 then
    delete from still_waiting w using was o where w.id = o.id;
    perform keep_waiting(who);
  end if;
  return null;
end $$;
create trigger waiting_follows_changes after update on turn referencing old table as was new table as becomes
  for each statement execute function waiting_follows_changes();

create function waiting_follows_less() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from still_waiting w using gone g where w.id = g.id;
  perform keep_waiting(array(select distinct speaker_id from gone where kind = 'heard' and speaker_id is not null));
  return null;
end $$;
create trigger waiting_follows_less after delete on turn referencing old table as gone
  for each statement execute function waiting_follows_less();

create function waiting_follows_lead() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform keep_waiting(array[old.lead_id, new.lead_id]);
  return null;
end $$;
create trigger waiting_follows_lead after update of lead_id on conversation
  for each row when (old.lead_id is distinct from new.lead_id) execute function waiting_follows_lead();

create function waiting_follows_contact() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update still_waiting
     set owner_id = new.owner_id, team_id = new.team_id, counted = new.archived_at is null and new.merged_into is null
   where contact_id = new.id;
  return null;
end $$;
create trigger waiting_follows_contact after update of owner_id, team_id, archived_at, merged_into on contact
  for each row
  when ((old.owner_id, old.team_id, old.archived_at is null, old.merged_into is null)
        is distinct from (new.owner_id, new.team_id, new.archived_at is null, new.merged_into is null))
  execute function waiting_follows_contact();

create function waiting_follows_stage() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update still_waiting set stage_key = case tg_op when 'DELETE' then null else new.stage_key end
   where contact_id = case tg_op when 'DELETE' then old.contact_id else new.contact_id end;
  return null;
end $$;
create trigger waiting_follows_stage after insert or delete or update of stage_key on contact_stage
  for each row execute function waiting_follows_stage();

create function overseen_waiting(viewer uuid) returns setof still_waiting language sql stable parallel safe as $$
  select w.* from still_waiting w where w.counted and w.team_id = any (array(select overseen_team(viewer)))
  union all
  select w.* from still_waiting w
   where w.counted and w.owner_id = (select u.id from app_user u where u.id = viewer and u.sells and u.deactivated_at is null)
     and w.team_id <> all (array(select overseen_team(viewer)))
$$;
