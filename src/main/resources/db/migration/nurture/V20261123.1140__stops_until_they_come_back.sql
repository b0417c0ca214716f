-- Somebody is not to hear from us any more, and whose wish that was. It is said once and never reworded; it can be undone for thirty
-- days by the clock of the database, and after that it is over only when they come to us themselves.
create table contact_stop (
  id uuid primary key,
  contact_id uuid not null references contact,
  whose_wish text not null check (whose_wish in ('theirs', 'ours')),
  why text check (char_length(why) <= 500),
  conversation_id uuid references conversation,
  said_by uuid not null references app_user,
  said_at timestamptz not null,
  unique (id, said_at));
create index contact_stop_contact on contact_stop (contact_id, said_at);
create index contact_stop_conversation on contact_stop (conversation_id);
create index contact_stop_by on contact_stop (said_by);
revoke update, delete on contact_stop from ${app_role};
grant update (contact_id) on contact_stop to ${app_role};               -- follows a merge of contacts

create table contact_stop_undone (
  stop_id uuid primary key,
  said_at timestamptz not null,
  undone_by uuid not null references app_user,
  undone_at timestamptz not null default now(),
  foreign key (stop_id, said_at) references contact_stop (id, said_at),
  constraint contact_stop_undone_in_time check (undone_at <= said_at + interval '720 hours'));
create index contact_stop_undone_stop on contact_stop_undone (stop_id, said_at);
create index contact_stop_undone_by on contact_stop_undone (undone_by);
revoke insert, update, delete on contact_stop_undone from ${app_role};
grant insert (stop_id, said_at, undone_by) on contact_stop_undone to ${app_role};   -- when is not for the application to say

-- What they said to us after a stop, in a conversation they began themselves. What is added for a day to the conversation in which
-- the stop was said belongs to that one. It is asked of the turns, so it holds however a turn came in, and a turn that is taken back
-- takes back the return.
create function came_back(stop uuid) returns setof turn language sql stable parallel safe as $$
  select t.*
    from contact_stop s
    join turn t on t.speaker_id = s.contact_id and t.kind = 'heard' and t.said_at > s.said_at
    join conversation v on v.id = t.conversation_id and v.started_by = 'they'
   where s.id = stop and (v.id is distinct from s.conversation_id or t.said_at > s.said_at + interval '24 hours')
$$;

-- The stops that hold for somebody: usually none or one; after a merge there can be both wishes. The one place that says so.
create function stop_in_force(contact uuid) returns setof contact_stop language sql stable parallel safe as $$
  select s.* from contact_stop s
   where s.contact_id = contact
     and not exists (select from contact_stop_undone u where u.stop_id = s.id)
     and not exists (select from came_back(s.id))
$$;

-- What was said before there was a table for it.
insert into contact_stop (id, contact_id, whose_wish, conversation_id, said_by, said_at)
select w.id, w.contact_id, w.whose_wish, w.conversation_id, w.chosen_by, w.chosen_at from way_on w
 where w.way = 'stop'
   and not exists (select from way_on n where n.contact_id = w.contact_id and (n.chosen_at, n.id) > (w.chosen_at, w.id));

select audited('contact_stop', 'contact', 'contact_id', true, quiet => '{id,contact_id,conversation_id,said_by,said_at}'),
       audited('contact_stop_undone', null, null, false, quiet => '{stop_id,said_at,undone_by,undone_at}');

create function erase_of_stops(people uuid[], mark text) returns int language plpgsql as $$
declare
  n int;
begin
  update contact_stop set why = mark where contact_id = any (people) and why is not null;
  get diagnostics n = row_count;
  return n;
end $$;
revoke execute on function erase_of_stops(uuid[], text) from public;

-- After a decision the same question is asked as after a conversation.
alter table way_on disable trigger user;
alter table way_on add column decision_id uuid references decision, add column why text check (char_length(why) <= 500);
alter table way_on enable trigger user;
create index way_on_decision on way_on (decision_id) where decision_id is not null;
select audited('way_on', 'contact', 'contact_id', true, quiet => '{id,contact_id,decision_id,chosen_by,chosen_at}');
create function erase_of_ways_on(people uuid[], mark text) returns int language plpgsql as $$
declare
  n int;
begin
  update way_on set why = mark where contact_id = any (people) and why is not null;
  get diagnostics n = row_count;
  return n;
end $$;
revoke execute on function erase_of_ways_on(uuid[], text) from public;

-- Who is not to hear from us is not neglected.
create or replace function neglected_contact(viewer uuid, today date)
returns table (contact_id uuid, why text, since date, longest_days int) language sql stable parallel safe as $$
  select c.id, case when gone.owner then 'nobody_there' else 'quiet' end, quiet.since, rhythm.longest
    from overseen_contact(viewer) c
    cross join organisation o
    left join contact_stage k on k.contact_id = c.id
    left join stage g on g.version = k.version and g.key = k.stage_key
    cross join lateral (
      select coalesce(c.longest_days, case when not g.aside then g.longest_days end) as longest) rhythm
    cross join lateral (
      select u.deactivated_at is not null or not u.sells or exists (
               select from absence a join app_user s on s.id = a.stand_in
                where a.user_id = u.id and a.ended_at is null and today between a.from_day and a.until_day
                  and (s.deactivated_at is not null or not s.sells)) as owner
        from app_user u where u.id = c.owner_id) gone
    cross join lateral (
      select (greatest(
               c.created_at,
               (select max(v.happened_at) from participant p join conversation v on v.id = p.conversation_id
                 where p.contact_id = c.id and v.state not in ('planned', 'called_off')),
               (select max(t.happened_at) from touch t where t.contact_id = c.id)) at time zone o.zone)::date as since) quiet
   where c.archived_at is null
     and (g.key is null or not g.aside or k.until is not null)
     and (gone.owner
       or quiet.since < today - rhythm.longest
          and (k.until is null or k.until <= today)
          and not exists (select from agreed_silence s where s.contact_id = c.id and s.ended_at is null and s.until > today)
          and not exists (select from promise p where p.contact_id = c.id and p.state = 'open' and p.due >= today)
          and not exists (select from participant p join conversation v on v.id = p.conversation_id
                           where p.contact_id = c.id and v.state = 'planned'
                             and (v.planned_for at time zone o.zone)::date >= today))
     and not exists (select from stop_in_force(c.id))
$$;
