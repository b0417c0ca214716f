-- What is given to people so that they understand something. A version that was published is never changed, because it says what
-- somebody was given; until then it is a draft.
create table library_file (
  id uuid primary key,
  name text not null check (char_length(name) between 1 and 200),
  media_type text not null,                                              -- found in the content, whatever the name says
  size bigint not null check (size > 0),
  sha256 bytea not null check (octet_length(sha256) = 32),
  content bytea,                                                         -- none: in the directory for files, under its hash
  added_by uuid not null references app_user,
  added_at timestamptz not null default now());
create index library_file_added_by on library_file (added_by);
create index library_file_content on library_file (sha256);
revoke update on library_file from ${app_role};

create table material (
  id uuid primary key,
  title text not null check (char_length(title) between 1 and 120 and title = btrim(title)),
  purpose text not null check (char_length(purpose) between 1 and 500),  -- what somebody understands afterwards
  stage_key text,                                                        -- the stage it helps on; none: any
  step text check (step in ('know_us', 'see_the_problem', 'count_the_cost', 'find_a_solution', 'decide', 'after_the_sale')),
  language text not null default 'en' check (language ~ '^[a-z]{2,3}$'),
  speaks_to text not null default '' check (char_length(speaks_to) <= 2000),  -- the needs it speaks to, in the words customers use
  written_by uuid not null references app_user,
  written_at timestamptz not null default now(),
  retired_at timestamptz,
  retired_by uuid references app_user,
  version int not null default 0,
  check ((retired_at is null) = (retired_by is null)));
create index material_written_by on material (written_by);
create index material_retired_by on material (retired_by);
create index material_newest on material (written_at, id);               -- the list, paged by key

create table material_version (
  id uuid primary key,
  material_id uuid not null references material,
  number int not null check (number > 0),
  body text not null default '' check (char_length(body) <= 50000),      -- Markdown
  url text check (char_length(url) <= 2000 and url ~* '^https?://'),
  file_id uuid references library_file,
  news text check (char_length(news) <= 1000),                           -- what is different, and why
  written_by uuid not null references app_user,
  written_at timestamptz not null default now(),
  published_at timestamptz,
  version int not null default 0,
  unique (material_id, number),
  check (published_at is null or btrim(body) <> '' or url is not null or file_id is not null));
create unique index material_version_draft on material_version (material_id) where published_at is null;  -- one draft at a time
create index material_version_file on material_version (file_id);
create index material_version_by on material_version (written_by);

create table material_cause (                                            -- what was heard that led to this version
  version_id uuid not null references material_version,
  turn_id uuid not null,
  turn_kind text not null default 'heard' check (turn_kind = 'heard'),
  named_by uuid not null references app_user,
  named_at timestamptz not null default now(),
  primary key (version_id, turn_id),
  foreign key (turn_id, turn_kind) references turn (id, kind) on delete cascade);
create index material_cause_turn on material_cause (turn_id, turn_kind);
create index material_cause_by on material_cause (named_by);

create table material_theme (
  material_id uuid not null references material,
  theme_id uuid not null references theme,
  primary key (material_id, theme_id));
create index material_theme_theme on material_theme (theme_id, material_id);

-- How it worked for someone like them. It belongs to the team that was there; beyond it goes only what the customer consented to.
create table story (
  id uuid primary key,
  title text not null check (char_length(title) between 1 and 120 and title = btrim(title)),
  contact_id uuid not null references contact,                           -- whose story it is
  need_id uuid references need,
  team_id uuid not null references team,
  situation text not null default '' check (char_length(situation) <= 3000),
  heard text not null default '' check (char_length(heard) <= 3000),     -- what they said
  found text not null default '' check (char_length(found) <= 3000),     -- what was found together
  result text not null default '' check (char_length(result) <= 3000),   -- in their numbers
  language text not null default 'en' check (language ~ '^[a-z]{2,3}$'),
  speaks_to text not null default '' check (char_length(speaks_to) <= 2000),
  written_by uuid not null references app_user,
  written_at timestamptz not null default now(),
  retired_at timestamptz,
  retired_by uuid references app_user,
  version int not null default 0,
  check ((retired_at is null) = (retired_by is null)));
create index story_contact on story (contact_id);
create index story_need on story (need_id);
create index story_team on story (team_id, written_at, id);
create index story_newest on story (written_at, id);
create index story_written_by on story (written_by);
create index story_retired_by on story (retired_by);

create table story_theme (
  story_id uuid not null references story,
  theme_id uuid not null references theme,
  primary key (story_id, theme_id));
create index story_theme_theme on story_theme (theme_id, story_id);

-- What the customer allowed, and when. Appended; a consent that is withdrawn stays as a fact and allows nothing from then on.
create table story_consent (
  id uuid primary key,
  story_id uuid not null references story,
  scope text not null check (scope in ('told', 'written')),              -- in conversation alone, or in writing as well
  named boolean not null,                                                -- with their name, or without
  given_on date not null,
  until date,                                                            -- the last day; none: until they say otherwise
  how text check (char_length(how) <= 1000),                             -- how they said so
  turn_id uuid references turn,                                          -- where they said so
  noted_by uuid not null references app_user,
  noted_at timestamptz not null default now(),
  withdrawn_on date,
  withdrawn_by uuid references app_user,
  withdrawn_at timestamptz,
  check (until >= given_on),
  check (how is not null or turn_id is not null),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_on is null)));
create index story_consent_story on story_consent (story_id, noted_at);
create index story_consent_turn on story_consent (turn_id);
create index story_consent_by on story_consent (noted_by);
create index story_consent_withdrawn_by on story_consent (withdrawn_by);
revoke update, delete on story_consent from ${app_role};
grant update (withdrawn_on, withdrawn_by, withdrawn_at) on story_consent to ${app_role};

-- The consent a story has on a day: the newest, if it holds.
create function consent_of_story(story uuid, day date) returns setof story_consent language sql stable parallel safe as $$
  select c.* from story_consent c
   where c.story_id = story and c.withdrawn_at is null and c.given_on <= day and (c.until is null or c.until >= day)
     and not exists (select from story_consent n where n.story_id = story and (n.noted_at, n.id) > (c.noted_at, c.id))
$$;

-- The stories somebody sees: those of their own team and of teams they lead, and of others what the customer allowed to be told.
create function seen_story(viewer uuid) returns setof story language sql stable parallel safe as $$
  select s.* from story s
   where exists (select from app_user u where u.id = viewer and u.sells and u.deactivated_at is null)
     and (s.team_id = (select u.team_id from app_user u where u.id = viewer)
       or s.team_id in (select l.team_id from team_lead l join app_user u on u.id = l.user_id
                         where u.id = viewer and u.role = 'manager')
       or (s.retired_at is null and exists (select from consent_of_story(s.id, current_date))))
$$;

-- A response that used a material or a story.
create table response_use (
  id uuid primary key,
  response_id uuid not null,
  response_kind text not null default 'responded' check (response_kind = 'responded'),
  material_version_id uuid references material_version,
  story_id uuid references story,
  noted_by uuid not null references app_user,
  noted_at timestamptz not null default now(),
  check ((material_version_id is null) <> (story_id is null)),
  foreign key (response_id, response_kind) references turn (id, kind) on delete cascade);
create unique index response_use_once on response_use (response_id, coalesce(material_version_id, story_id));
create index response_use_response on response_use (response_id, response_kind);
create index response_use_material on response_use (material_version_id);
create index response_use_story on response_use (story_id);
create index response_use_by on response_use (noted_by);

select audited('library_file', null, null, false, quiet => '{id,added_by,added_at,sha256}'),
       audited('material', null, null, false, quiet => '{id,written_by,written_at}'),
       audited('material_version', null, null, false, quiet => '{id,written_by,written_at}'),
       audited('material_cause', 'turn', 'turn_id', true, quiet => '{version_id,turn_kind,named_by,named_at}'),
       audited('material_theme', null, null, false),
       audited('story', 'contact', 'contact_id', true, quiet => '{id,written_by,written_at,team_id}'),
       audited('story_theme', null, null, false),
       audited('story_consent', null, null, false, quiet => '{id,noted_by,noted_at,withdrawn_by}', hidden => '{how}'),
       audited('response_use', 'turn', 'response_id', true, added => false, quiet => '{id,response_kind,noted_by,noted_at}');

-- A story is told with what somebody said, so it goes with them: its words, and every consent.
create function erase_of_library(people uuid[], mark text) returns int language plpgsql as $$
declare
  n int;
begin
  update story_consent set withdrawn_on = current_date, withdrawn_at = now(),
         withdrawn_by = coalesce((select e.erased_by from erasure e where e.id::text = current_setting('attune.erasing', true)), noted_by)
   where story_id in (select id from story where contact_id = any (people)) and withdrawn_at is null;
  update story_consent set how = mark where story_id in (select id from story where contact_id = any (people)) and how is not null;
  update story set title = mark, situation = '', heard = '', found = '', result = '', speaks_to = '', version = version + 1,
         retired_at = coalesce(retired_at, now()), retired_by = coalesce(retired_by, written_by)
   where contact_id = any (people);
  get diagnostics n = row_count;
  delete from material_cause where turn_id in (select turn_id from said_with(people));
  return n;
end $$;
revoke execute on function erase_of_library(uuid[], text) from public;
