-- No use of a story stands on a moment for which there is no consent: see decision 0031. A use carries the consent it stands on and
-- the time for which that allows anything, as a copy that a foreign key keeps true; that the use lies within is a check of its row.

-- From when to when a consent allows anything. It ends when it is withdrawn or another one takes its place; it never begins again.
alter table story_consent disable trigger user;
alter table story_consent
  add column ended_at timestamptz,
  add column allows_from timestamptz,
  add column until_end timestamptz,                                      -- when its last day is over, where the one who noted it lives
  add column allows_to timestamptz generated always as (coalesce(least(until_end, ended_at), timestamptz 'infinity')) stored;

create function bounds_of_consent() returns trigger language plpgsql as $$
declare
  place text := (select u.zone from app_user u where u.id = new.noted_by);
begin
  new.allows_from := greatest(new.given_on::timestamp at time zone place,
    (select max(c.ended_at) from story_consent c where c.story_id = new.story_id and c.id <> new.id));
  new.until_end := (new.until + 1)::timestamp at time zone place;
  return new;
end $$;

-- What was noted until today: the newest may hold, all before it ended when it took their place.
update story_consent c set
  allows_from = (c.given_on::timestamp at time zone u.zone),
  until_end = (c.until + 1)::timestamp at time zone u.zone,
  ended_at = coalesce(c.withdrawn_at, (select min(n.noted_at) from story_consent n
                                        where n.story_id = c.story_id and (n.noted_at, n.id) > (c.noted_at, c.id)))
  from app_user u where u.id = c.noted_by;
alter table story_consent enable trigger user;
alter table story_consent alter column allows_from set not null;
alter table story_consent add constraint story_consent_withdrawn_ends check (withdrawn_at is null or ended_at is not null);
create trigger story_consent_bounds before insert on story_consent for each row execute function bounds_of_consent();
create unique index story_consent_current on story_consent (story_id) where ended_at is null;
create unique index story_consent_allows on story_consent (id, story_id, scope, allows_from, allows_to);
grant update (ended_at) on story_consent to ${app_role};

-- To the application one that has ended is no row that could be changed: a mistaken withdrawal is put right by a new consent.
alter table story_consent enable row level security;
create policy story_consent_read on story_consent for select using (true);
create policy story_consent_add on story_consent for insert with check (ended_at is null and withdrawn_at is null);
create policy story_consent_ends on story_consent for update using (ended_at is null) with check (ended_at is not null);

-- The consent that allows something at a moment.
create function consent_at(story uuid, moment timestamptz) returns setof story_consent language sql stable parallel safe as $$
  select c.* from story_consent c
   where c.story_id = story and c.allows_from <= moment and moment < c.allows_to
   order by c.noted_at desc, c.id desc limit 1
$$;
create or replace function consent_of_story(story uuid, day date) returns setof story_consent language sql stable parallel safe as $$
  select c.* from story_consent c
   where c.story_id = story and c.ended_at is null and c.given_on <= day and (c.until is null or c.until >= day)
$$;

-- A response may be given aloud or in writing; it counts when it was said. A touch with a story is always in writing.
alter table response_use
  add column used_at timestamptz,
  add column in_writing boolean,
  add column consent_id uuid,
  add column consent_scope text,
  add column consent_from timestamptz,
  add column consent_to timestamptz,
  add constraint response_use_consented check (story_id is null or (consent_id is not null and consent_scope is not null
    and consent_from is not null and consent_to is not null and used_at is not null and in_writing is not null)),
  add constraint response_use_within check (story_id is null or (used_at >= consent_from and used_at <= consent_to)),
  add constraint response_use_scope check (story_id is null or not in_writing or consent_scope = 'written'),
  add constraint response_use_consent foreign key (consent_id, story_id, consent_scope, consent_from, consent_to)
    references story_consent (id, story_id, scope, allows_from, allows_to) on update cascade;
create index response_use_consent on response_use (consent_id) where consent_id is not null;

alter table touch
  add column consent_id uuid,
  add column consent_scope text,
  add column consent_from timestamptz,
  add column consent_to timestamptz,
  add constraint touch_consented check (story_id is null or (consent_id is not null and consent_scope is not null
    and consent_from is not null and consent_to is not null)),
  add constraint touch_within check (story_id is null or (happened_at >= consent_from and happened_at <= consent_to)),
  add constraint touch_scope check (story_id is null or consent_scope = 'written'),
  add constraint touch_consent foreign key (consent_id, story_id, consent_scope, consent_from, consent_to)
    references story_consent (id, story_id, scope, allows_from, allows_to) on update cascade;
create index touch_consent on touch (consent_id) where consent_id is not null;

-- Fills in which consent a use stands on. It guards nothing: where it finds none, or one that ends meanwhile, the constraints refuse.
create function stands_on_consent() returns trigger language plpgsql as $$
declare
  found story_consent;
  moment timestamptz;
begin
  if new.story_id is null then
    return new;
  end if;
  if tg_table_name = 'touch' then
    moment := new.happened_at;
  else
    select t.said_at, v.channel in ('email', 'chat', 'letter', 'document') into new.used_at, new.in_writing
      from turn t join conversation v on v.id = t.conversation_id where t.id = new.response_id;
    moment := new.used_at;
  end if;
  select * into found from consent_at(new.story_id, moment);
  new.consent_id := found.id;
  new.consent_scope := found.scope;
  new.consent_from := found.allows_from;
  new.consent_to := found.allows_to;
  return new;
end $$;
create trigger response_use_stands before insert on response_use for each row execute function stands_on_consent();
create trigger touch_stands before insert on touch for each row execute function stands_on_consent();
create trigger touch_stands_elsewhere before update on touch for each row
  when (old.story_id is distinct from new.story_id or old.happened_at is distinct from new.happened_at)
  execute function stands_on_consent();

-- The heard turns a story's words are taken from.
create table story_turn (
  story_id uuid not null references story,
  turn_id uuid not null,
  turn_kind text not null default 'heard' check (turn_kind = 'heard'),
  position int not null check (position > 0),
  words text not null check (char_length(words) <= 3000),                -- as they stood in the log
  exactness text not null check (exactness in ('word_for_word', 'from_memory', 'in_essence')),
  primary key (story_id, turn_id),
  foreign key (turn_id, turn_kind) references turn (id, kind) on delete cascade);
create index story_turn_turn on story_turn (turn_id, turn_kind);
alter table story add column reworded_at timestamptz;                    -- later than a consent: they agreed to other words

select audited('story_consent', null, null, false,
               quiet => '{id,noted_by,noted_at,withdrawn_by,allows_from,until_end}', hidden => '{how}'),
       audited('story', 'contact', 'contact_id', true, quiet => '{id,written_by,written_at,team_id,reworded_at}'),
       audited('story_turn', 'turn', 'turn_id', true, quiet => '{story_id,turn_kind,position,words,exactness}'),
       audited('response_use', 'turn', 'response_id', true, added => false,
               quiet => '{id,response_kind,noted_by,noted_at,used_at,in_writing,consent_id,consent_scope,consent_from,consent_to}'),
       audited('touch', 'contact', 'contact_id', true,
               quiet => '{id,contact_id,team_id,noted_by,noted_at,consent_id,consent_scope,consent_from,consent_to}');

-- Whom a story is about, for whoever may know.
create view story_names as
  select s.id as story_id, c.name, c.given_name, c.family_name, k.name as company
    from story s join contact c on c.id = s.contact_id left join company k on k.id = c.company_id;

-- Stories one works on: those of one's team and of teams one leads, and what one wrote oneself.
create function tended_story(viewer uuid) returns setof story language sql stable parallel safe as $$
  select s.* from story s join app_user u on u.id = viewer
   where u.sells and u.deactivated_at is null
     and (s.team_id = u.team_id or s.written_by = u.id
       or u.role = 'manager' and s.team_id in (select l.team_id from team_lead l where l.user_id = u.id))
$$;
create or replace function seen_story(viewer uuid) returns setof story language sql stable parallel safe as $$
  select s.* from story s
   where exists (select from app_user u where u.id = viewer and u.sells and u.deactivated_at is null)
     and (s.written_by = viewer
       or s.team_id = (select u.team_id from app_user u where u.id = viewer)
       or s.team_id in (select l.team_id from team_lead l join app_user u on u.id = l.user_id
                         where u.id = viewer and u.role = 'manager')
       or (s.retired_at is null and exists (select from consent_at(s.id, now()))))
$$;

-- When a story was last used; a withdrawal ends the consent no earlier, so that what was said stays said.
create function last_use_of(consent uuid) returns timestamptz language sql stable as $$
  select greatest((select max(r.used_at) from response_use r where r.consent_id = consent),
                  (select max(t.happened_at) from touch t where t.consent_id = consent))
$$;

-- A story is told with what somebody said, so it goes with them: its words, and every consent. What somebody else said in it goes
-- with that person.
create or replace function erase_of_library(people uuid[], mark text) returns int language plpgsql as $$
declare
  n int;
begin
  update story_consent set withdrawn_on = greatest(current_date, given_on), withdrawn_at = now(),
         ended_at = coalesce(ended_at, greatest(now(), last_use_of(id))),
         withdrawn_by = coalesce((select e.erased_by from erasure e where e.id::text = current_setting('attune.erasing', true)), noted_by)
   where story_id in (select id from story where contact_id = any (people)) and withdrawn_at is null;
  update story_consent set how = mark where story_id in (select id from story where contact_id = any (people)) and how is not null;
  delete from story_turn where story_id in (select id from story where contact_id = any (people));
  update story set title = mark, situation = '', heard = '', found = '', result = '', speaks_to = '', version = version + 1,
         retired_at = coalesce(retired_at, now()), retired_by = coalesce(retired_by, written_by)
   where contact_id = any (people);
  get diagnostics n = row_count;
  with gone as (
    delete from story_turn where turn_id in (select turn_id from said_with(people)) returning story_id)
  update story s set version = s.version + 1, reworded_at = now(),
         heard = (select coalesce(string_agg(x.words, e'\n\n' order by x.position), '') from story_turn x
                   where x.story_id = s.id and x.turn_id not in (select turn_id from said_with(people)))
   where s.id in (select story_id from gone);
  delete from material_cause where turn_id in (select turn_id from said_with(people));
  return n;
end $$;

-- Advocate asks for either: they brought somebody, or agreed to be told about. Only where nobody works with Attune yet; a house that
-- does has its own say, and finds the criterion in the catalogue.
insert into stage_criterion (version, stage_key, position, check_key, parameters)
  select 1, 'advocate', 2, 'consented_to_story', '{}'
   where not exists (select from app_user) and not exists (select from stage_definition where version <> 1)
     and not exists (select from stage_criterion where version = 1 and stage_key = 'advocate' and position = 2);
