-- What dashboards ask of a conversation, in one narrow row for each who took part: time with customers and listening no longer read
-- conversations, participants, measures and turns to count them (decision 0053). By whose conversation it was, and by the team of its day. One of the
-- rows stands for the conversation itself, where each is counted once. Derived, kept by triggers whoever writes, and made anew by `rebuild time`.
create table talk_card (
  conversation_id uuid not null,
  contact_id uuid not null,
  first boolean not null,                                                  -- the row that stands for it: of whom it was begun with
  owner_id uuid not null,
  team_id uuid not null,
  happened_at timestamptz not null,
  hat text not null,
  channel text not null,
  state text not null,
  minutes int,
  marketing_minutes int,
  built boolean not null,
  moved boolean not null,
  talked_more text,
  measured boolean not null,
  complete boolean not null,                                               -- its measures say so
  alike int not null,                                                      -- responses that nearly say what somebody else was told
  primary key (conversation_id, contact_id),
  foreign key (conversation_id, contact_id) references participant (conversation_id, contact_id) on update cascade on delete cascade);
revoke insert, update, delete on talk_card from ${app_role};
select not_audited('talk_card', 'derived from what is on the trail');

create function talk_card_of(which uuid[]) returns setof talk_card language sql stable set search_path = public, pg_temp as $$
  select v.id, p.contact_id, p.contact_id = v.lead_id, v.owner_id, v.team_id, v.happened_at, v.hat, v.channel, v.state, v.minutes,
         minutes_under_marketing(v.id, v.hat, v.minutes, v.heard_turns + v.our_turns), v.built, v.moved, v.talked_more,
         m.conversation_id is not null, coalesce(m.complete, false),
         (select count(distinct a.turn_id) from turn t join turn_alike a on a.turn_id = t.id where t.conversation_id = v.id)::int
    from conversation v
    join participant p on p.conversation_id = v.id
    left join conversation_measure m on m.conversation_id = v.id
   where v.id = any (which) and v.state not in ('planned', 'called_off')
$$;
-- Whoever changes something about a conversation waits for whoever does, and then sees it.
create function keep_talk_cards(which uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from conversation v where v.id = any (which) order by v.id for no key update;
  delete from talk_card k using conversation v
   where k.conversation_id = any (which) and v.id = k.conversation_id and v.state in ('planned', 'called_off');
  insert into talk_card as k select * from talk_card_of(which)
  on conflict (conversation_id, contact_id) do update
     set first = excluded.first, owner_id = excluded.owner_id, team_id = excluded.team_id, happened_at = excluded.happened_at,
         hat = excluded.hat, channel = excluded.channel, state = excluded.state, minutes = excluded.minutes,
         marketing_minutes = excluded.marketing_minutes, built = excluded.built, moved = excluded.moved, talked_more = excluded.talked_more,
         measured = excluded.measured, complete = excluded.complete, alike = excluded.alike
   where k is distinct from excluded;
end $$;
create function recount_talk_cards() returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  many bigint;
begin
  lock table talk_card in share row exclusive mode;
  delete from talk_card;
  insert into talk_card
  select v.id, p.contact_id, p.contact_id = v.lead_id, v.owner_id, v.team_id, v.happened_at, v.hat, v.channel, v.state, v.minutes,
         case when v.minutes is null then null
              when v.heard_turns + v.our_turns = 0 then case when v.hat = 'marketing' then v.minutes else 0 end
              else round(v.minutes::numeric * least(v.heard_turns + v.our_turns, coalesce(t.marketing, 0)) / (v.heard_turns + v.our_turns))::int end,
         v.built, v.moved, v.talked_more, m.conversation_id is not null, coalesce(m.complete, false), coalesce(a.alike, 0)
    from conversation v
    join participant p on p.conversation_id = v.id
    left join conversation_measure m on m.conversation_id = v.id
    left join (select conversation_id, count(*) as marketing from turn where hat = 'marketing' group by 1) t on t.conversation_id = v.id
    left join (select t.conversation_id, count(distinct a.turn_id)::int as alike
                 from turn_alike a join turn t on t.id = a.turn_id group by 1) a on a.conversation_id = v.id
   where v.state not in ('planned', 'called_off')
   order by v.team_id, v.happened_at;
  get diagnostics many = row_count;
  return many;
end $$;
revoke execute on function keep_talk_cards(uuid[]), recount_talk_cards() from public;
grant execute on function recount_talk_cards() to ${app_role};

select recount_talk_cards();
-- What took place in a period: of a team, and of one's own.
create index talk_card_team on talk_card (team_id, happened_at);
create index talk_card_own on talk_card (owner_id, happened_at);
-- The newest with a response that nearly says what somebody else was told.
create index talk_card_team_alike on talk_card (team_id, happened_at, conversation_id) where first and alike > 0;
create index talk_card_own_alike on talk_card (owner_id, happened_at, conversation_id) where first and alike > 0;
analyze talk_card;

create function talk_card_follows_conversation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform keep_talk_cards(array[new.id]);
  return null;
end $$;
create trigger talk_card_follows after update on conversation for each row
  when ((old.owner_id, old.team_id, old.lead_id, old.happened_at, old.hat, old.channel, old.state, old.minutes, old.built, old.moved, old.talked_more,
         case when new.minutes is not null then old.heard_turns + old.our_turns end)
        is distinct from
        (new.owner_id, new.team_id, new.lead_id, new.happened_at, new.hat, new.channel, new.state, new.minutes, new.built, new.moved, new.talked_more,
         case when new.minutes is not null then new.heard_turns + new.our_turns end))
  execute function talk_card_follows_conversation();

create function talk_card_follows_participant() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform keep_talk_cards(array[new.conversation_id]);
  return null;
end $$;
create trigger talk_card_follows after insert or update of contact_id on participant
  for each row execute function talk_card_follows_participant();

-- Turns under another hat than the conversation, where its minutes are known already.
create function talk_card_follows_turns() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  which uuid[] := array(select distinct t.conversation_id from touched t join talk_card k on k.conversation_id = t.conversation_id
                         where k.first and (k.minutes is not null or tg_op = 'DELETE' and k.alike > 0));
begin
  if cardinality(which) > 0 then
    perform keep_talk_cards(which);
  end if;
  return null;
end $$;
create trigger talk_card_follows_turns after insert on turn referencing new table as touched
  for each statement execute function talk_card_follows_turns();
create trigger talk_card_follows_gone after delete on turn referencing old table as touched
  for each statement execute function talk_card_follows_turns();
create function talk_card_follows_hat() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform keep_talk_cards(array[new.conversation_id]);
  return null;
end $$;
create trigger talk_card_follows_hat after update of hat on turn for each row
  when (old.hat is distinct from new.hat) execute function talk_card_follows_hat();

create function talk_card_follows_measure() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    update talk_card set measured = false, complete = false where conversation_id = old.conversation_id;
  else
    update talk_card set measured = true, complete = new.complete where conversation_id = new.conversation_id;
  end if;
  return null;
end $$;
create trigger talk_card_follows after insert or delete or update of complete on conversation_measure
  for each row execute function talk_card_follows_measure();

create function talk_card_follows_alike() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform keep_talk_cards(array(
    select distinct t.conversation_id from turn t
     where t.id in (select x.turn_id from touched x)));
  return null;
end $$;
create trigger talk_card_follows after insert on turn_alike referencing new table as touched
  for each statement execute function talk_card_follows_alike();
create trigger talk_card_follows_gone after delete on turn_alike referencing old table as touched
  for each statement execute function talk_card_follows_alike();

-- Of the conversations overseen_conversation gives.
create function overseen_talk(viewer uuid) returns setof talk_card language sql stable parallel safe as $$
  select k.* from talk_card k where k.team_id = any (array(select overseen_team(viewer)))
  union all
  select k.* from talk_card k
   where k.owner_id = (select u.id from app_user u where u.id = viewer and u.sells and u.deactivated_at is null)
     and k.team_id <> all (array(select overseen_team(viewer)))
$$;

-- As it was, but from what is kept of conversations; and whose tenth conversation came when is asked once of each person.
create or replace function spread_conversation(viewer uuid, team uuid, first_month date, last_month date, zone text)
returns table (id uuid, owner_id uuid, hat text, month date) language sql stable parallel safe as $$
  with talk as materialized (
    select v.conversation_id, v.owner_id, v.hat, v.happened_at
      from talk_card v
     where figures_level() <> 'off'
       and v.team_id = team and team in (select overseen_team(viewer)) and v.owner_id <> viewer and v.first and v.complete
       and v.happened_at >= date_trunc('month', first_month::timestamp) at time zone zone
       and v.happened_at < (date_trunc('month', last_month::timestamp) + interval '1 month') at time zone zone
       and v.happened_at < date_trunc('month', now() at time zone zone - interval '7 days') at time zone zone),
  tenth as materialized (
    select o.owner_id, t.happened_at, t.id
      from (select distinct w.owner_id from talk w) o
     cross join lateral (
       select e.happened_at, e.id from conversation e
        where e.owner_id = o.owner_id and e.happened_at is not null and e.state not in ('planned', 'called_off')
        order by e.happened_at, e.id offset 9 limit 1) t)
  select v.conversation_id, v.owner_id, v.hat, date_trunc('month', v.happened_at at time zone zone)::date
    from talk v join tenth t on t.owner_id = v.owner_id
   where (v.happened_at, v.conversation_id) > (t.happened_at, t.id)
$$;
