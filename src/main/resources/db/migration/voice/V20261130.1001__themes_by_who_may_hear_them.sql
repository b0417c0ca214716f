-- What was said about a theme, by who may hear it: the voice of the customer counts a quarter of it, and put together every conversation in sight,
-- from two and a half million, to find the tenth of its words that somebody may read (decision 0060). A row for each contact who was there, with
-- whose contact they are today; one alone, of nobody, where the conversation is open to all. Derived from themed_turn and kept with it.
create table theme_in_sight (
  turn_id uuid not null,
  theme_id uuid not null,                                                  -- as it was given, as in themed_turn
  contact_id uuid,
  owner_id uuid,                                                           -- none where the contact was merged into another
  team_id uuid,
  conversation_id uuid not null,
  speaker_id uuid not null,
  day_team uuid not null,                                                  -- whose conversation it was on that day
  said_at timestamptz not null,
  foreign key (turn_id, theme_id) references themed_turn (turn_id, theme_id) on delete cascade,
  unique nulls not distinct (turn_id, theme_id, contact_id));
revoke insert, update, delete on theme_in_sight from ${app_role};
select not_audited('theme_in_sight', 'derived from turns and their themes');

create function themes_in_sight_of(turns uuid[]) returns setof theme_in_sight language sql stable
set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
  select d.turn_id, d.theme_id, null::uuid, null::uuid, null::uuid, d.conversation_id, d.speaker_id, d.team_id, d.said_at
    from themed_turn d
   where d.turn_id = any (turns) and d.for_all
   union all
  select d.turn_id, d.theme_id, c.id, case when c.merged_into is null then c.owner_id end, case when c.merged_into is null then c.team_id end,
         d.conversation_id, d.speaker_id, d.team_id, d.said_at
    from themed_turn d
    join participant i on i.conversation_id = d.conversation_id
    join contact c on c.id = i.contact_id
   where d.turn_id = any (turns) and not d.for_all
$$;
-- Anew for these turns. Whoever changes one of them, or whose the people are who were there, waits, and then sees what was changed.
create function themes_in_sight_anew(turns uuid[]) returns void language plpgsql security definer
set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  perform from turn where id = any (turns) order by id for no key update;
  perform from contact c
    where c.id in (select i.contact_id from turn t join participant i on i.conversation_id = t.conversation_id where t.id = any (turns))
    order by c.id for share;
  delete from theme_in_sight where turn_id = any (turns);
  insert into theme_in_sight select * from themes_in_sight_of(turns);
end $$;
create or replace function themed_turns_anew(turns uuid[]) returns void language plpgsql security definer
set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  perform from turn where id = any (turns) order by id for no key update;
  delete from themed_turn where turn_id = any (turns);
  insert into themed_turn (turn_id, theme_id, conversation_id, speaker_id, team_id, said_at, for_all, stems)
  select t.id, m.theme_id, v.id, t.speaker_id, v.team_id, t.said_at, v.visibility = 'all', heard_stems(t.words)
    from turn t join conversation v on v.id = t.conversation_id join turn_theme m on m.turn_id = t.id
   where t.id = any (turns) and t.kind = 'heard' and t.words is not null and v.visibility <> 'private'
     and not exists (select from turn_mark k where k.turn_id = t.id and k.kind in ('personal', 'sensitive'));
  perform themes_in_sight_anew(turns);
end $$;
revoke execute on function themes_in_sight_anew(uuid[]) from public;

insert into theme_in_sight select * from themes_in_sight_of(array(select distinct turn_id from themed_turn)) order by said_at;
-- What was said in a period: with a team's people, with one's own, with those of whom one is companion, and for all to hear; with all that is counted.
create index theme_in_sight_team on theme_in_sight (team_id, said_at, turn_id) include (theme_id, conversation_id, speaker_id, day_team);
create index theme_in_sight_own on theme_in_sight (owner_id, said_at, turn_id) include (theme_id, conversation_id, speaker_id, day_team);
create index theme_in_sight_contact on theme_in_sight (contact_id, said_at, turn_id)
  include (theme_id, conversation_id, speaker_id, day_team, owner_id);
create index theme_in_sight_all on theme_in_sight (said_at, turn_id) include (theme_id, conversation_id, speaker_id, day_team) where contact_id is null;
analyze theme_in_sight;
-- Served voiced_theme, which nothing asks any more; the function goes with a later version, as the one before still asks it.
drop index themed_turn_when;

create function theme_in_sight_follows_participant() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform themes_in_sight_anew(array(
    select distinct d.turn_id from turn t join themed_turn d on d.turn_id = t.id
     where t.conversation_id = case tg_op when 'DELETE' then old.conversation_id else new.conversation_id end and not d.for_all));
  return null;
end $$;
create trigger theme_in_sight_follows after insert or delete or update of contact_id on participant
  for each row execute function theme_in_sight_follows_participant();
create function theme_in_sight_follows_contact() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update theme_in_sight
     set owner_id = case when new.merged_into is null then new.owner_id end, team_id = case when new.merged_into is null then new.team_id end
   where contact_id = new.id;
  return null;
end $$;
create trigger theme_in_sight_follows after update of owner_id, team_id, merged_into on contact for each row
  when ((old.owner_id, old.team_id, old.merged_into is null) is distinct from (new.owner_id, new.team_id, new.merged_into is null))
  execute function theme_in_sight_follows_contact();

-- Of the turns voiced_turn gives; more than once where somebody sees more than one of those who were there, or is more than one thing to them.
-- Nothing but what the indexes hold, so that they alone answer.
create function themes_in_sight(viewer uuid)
returns table (turn_id uuid, theme_id uuid, conversation_id uuid, speaker_id uuid, day_team uuid, said_at timestamptz)
language sql stable parallel safe as $$
  select d.turn_id, d.theme_id, d.conversation_id, d.speaker_id, d.day_team, d.said_at from theme_in_sight d
   where d.contact_id is null
     and exists (select from app_user u where u.id = viewer and u.sells and u.deactivated_at is null)
  union all
  select d.turn_id, d.theme_id, d.conversation_id, d.speaker_id, d.day_team, d.said_at from theme_in_sight d where d.team_id = any (array(select seen_team(viewer)))
  union all
  select d.turn_id, d.theme_id, d.conversation_id, d.speaker_id, d.day_team, d.said_at from theme_in_sight d where d.owner_id = any (array(select works_as(viewer)))
  union all
  select d.turn_id, d.theme_id, d.conversation_id, d.speaker_id, d.day_team, d.said_at from theme_in_sight d
   where d.owner_id is not null and d.contact_id = any (array(
           select p.contact_id from companion p join app_user u on u.id = p.user_id
            where p.user_id = viewer and u.sells and u.deactivated_at is null and (p.until is null or p.until >= current_date)))
$$;
