create table company (
  id uuid primary key,
  name text not null check (char_length(name) between 1 and 200),
  folded_name text not null generated always as (folded(name)) stored,
  website text check (char_length(website) <= 500),
  city text check (char_length(city) <= 200),
  created_by uuid not null references app_user,
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  version int not null default 0);
create index company_name_like on company using gin (folded_name gin_trgm_ops);  -- suggestions, search, duplicates
create index company_by_name on company (folded_name, id);                       -- the list, paged by key
create unique index company_once on company (folded_name, folded(coalesce(city, ''))) where archived_at is null;
create index company_created_by on company (created_by);

create table contact (
  id uuid primary key,
  given_name text not null default '' check (char_length(given_name) <= 100),
  family_name text not null default '' check (char_length(family_name) <= 100),
  name text not null generated always as (btrim(given_name || ' ' || family_name)) stored,
  folded_name text not null generated always as (folded(btrim(given_name || ' ' || family_name))) stored,
  sort_name text not null generated always as (folded(btrim(family_name || ' ' || given_name))) stored,
  pronoun text not null default 'unknown' check (pronoun in ('she', 'he', 'they', 'unknown')),
  job_title text check (char_length(job_title) <= 200),
  company_id uuid references company,
  owner_id uuid not null,
  team_id uuid not null,                                   -- always the owner's team
  language text check (language ~ '^[a-z]{2,3}$'),
  source text check (char_length(source) <= 100),          -- website, event, referral …
  found_us text check (char_length(found_us) <= 500),      -- how they found us, in their words
  background text check (char_length(background) <= 5000),
  ideal_days int check (ideal_days between 1 and 730),     -- their own rhythm; else that of the stage
  longest_days int check (longest_days between 1 and 1460),
  created_by uuid not null references app_user,
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  merged_into uuid references contact,
  version int not null default 0,
  check (btrim(given_name || family_name) <> ''),
  check ((ideal_days is null) = (longest_days is null) and ideal_days <= longest_days),
  check (merged_into <> id),
  foreign key (owner_id, team_id) references app_user (id, team_id) on update cascade);
create index contact_owner on contact (owner_id, sort_name, id);
create index contact_team on contact (team_id, sort_name, id);
create index contact_by_name on contact (sort_name, id);
create index contact_by_age on contact (created_at, id);
create index contact_company on contact (company_id);
create index contact_name_like on contact using gin (folded_name gin_trgm_ops);
create index contact_merged_into on contact (merged_into) where merged_into is not null;
create index contact_created_by on contact (created_by);

create table contact_email (
  id uuid primary key,
  contact_id uuid not null references contact,
  address text not null check (char_length(address) between 3 and 254),
  label text not null default 'work' check (label in ('work', 'private', 'other')),
  position int not null default 0);
create index contact_email_contact on contact_email (contact_id, position);
create index contact_email_address on contact_email (lower(address));     -- duplicates
create unique index contact_email_once on contact_email (contact_id, lower(address));

create table contact_phone (
  id uuid primary key,
  contact_id uuid not null references contact,
  e164 text not null check (e164 ~ '^\+[0-9]{4,15}(;ext=[0-9]{1,8})?$'),
  label text not null default 'work' check (label in ('work', 'mobile', 'home', 'other')),
  position int not null default 0);
create index contact_phone_contact on contact_phone (contact_id, position);
create index contact_phone_number on contact_phone (e164);                -- duplicates
create unique index contact_phone_once on contact_phone (contact_id, e164);

create table contact_tag (
  contact_id uuid not null references contact,
  tag text not null check (char_length(tag) between 1 and 40 and tag = btrim(lower(tag))),
  primary key (contact_id, tag));
create index contact_tag_tag on contact_tag (tag, contact_id);            -- the filter

create table companion (
  contact_id uuid not null references contact,
  user_id uuid not null references app_user,
  until date,                                                            -- the last day; none = for as long as it takes
  added_by uuid not null references app_user,
  added_at timestamptz not null default now(),
  primary key (contact_id, user_id));
create index companion_user on companion (user_id, contact_id);
create index companion_added_by on companion (added_by);

create table introduction (
  id uuid primary key,
  introducer_id uuid not null references contact,
  introduced_id uuid not null references contact,
  on_day date not null,
  note text check (char_length(note) <= 1000),
  noted_by uuid not null references app_user,
  noted_at timestamptz not null default now(),
  check (introducer_id <> introduced_id),
  unique (introducer_id, introduced_id));
create index introduction_introduced on introduction (introduced_id);
create index introduction_noted_by on introduction (noted_by);

create table saved_view (
  id uuid primary key,
  user_id uuid not null references app_user,
  name text not null check (char_length(name) between 1 and 60),
  query text not null check (char_length(query) <= 2000),
  created_at timestamptz not null default now());
create unique index saved_view_name on saved_view (user_id, lower(name));

-- A merge can be undone for a day: moved_row names every row that followed, so that exactly those go back.
create table contact_merge (
  id uuid primary key,
  kept_id uuid not null references contact,
  absorbed_id uuid not null references contact,
  kept_before jsonb not null,
  merged_by uuid not null references app_user,
  merged_at timestamptz not null default now(),
  undone_by uuid references app_user,
  undone_at timestamptz,
  check (kept_id <> absorbed_id));
create index contact_merge_kept on contact_merge (kept_id, merged_at);
create index contact_merge_absorbed on contact_merge (absorbed_id);
create index contact_merge_by on contact_merge (merged_by);
create index contact_merge_undone_by on contact_merge (undone_by);
create table contact_merge_row (
  merge_id uuid not null references contact_merge,
  position int not null,
  relation text not null,                                                -- the table, as the module that moved it names it
  row_key jsonb not null,
  primary key (merge_id, position));

-- A change of owner is remembered: facts keep the team of their day.
create table contact_owner_change (
  id uuid primary key,
  contact_id uuid not null references contact,
  from_user uuid references app_user,
  to_user uuid not null references app_user,
  changed_by uuid not null references app_user,
  changed_at timestamptz not null default now());
create index contact_owner_change_contact on contact_owner_change (contact_id, changed_at);
create index contact_owner_change_from on contact_owner_change (from_user);
create index contact_owner_change_to on contact_owner_change (to_user);
create index contact_owner_change_by on contact_owner_change (changed_by);

-- The one place that says which contacts somebody sees. Every query about people starts from it. PostgreSQL inlines it, so
-- that its conditions meet the indexes above; the sub-selects run once, as arrays.
create function seen_contact(viewer uuid) returns setof contact language sql stable parallel safe as $$
  select c.* from contact c
   where c.merged_into is null
     and (c.owner_id = (select u.id from app_user u where u.id = viewer and u.sells and u.deactivated_at is null)
       or c.team_id = any (array(select seen_team(viewer)))
       or c.id = any (array(select p.contact_id from companion p join app_user u on u.id = p.user_id
                             where p.user_id = viewer and u.sells and u.deactivated_at is null
                               and (p.until is null or p.until >= current_date))))
$$;

-- Those they work with, and so may edit, move, offer to, archive and merge: owner, companions, the manager of the team.
create function tended_contact(viewer uuid) returns setof contact language sql stable parallel safe as $$
  select c.* from contact c
   where c.merged_into is null
     and (c.owner_id = (select u.id from app_user u where u.id = viewer and u.sells and u.deactivated_at is null)
       or c.team_id = any (array(select l.team_id from team_lead l join app_user u on u.id = l.user_id
                                  where u.id = viewer and u.role = 'manager' and u.deactivated_at is null))
       or c.id = any (array(select p.contact_id from companion p join app_user u on u.id = p.user_id
                             where p.user_id = viewer and u.sells and u.deactivated_at is null
                               and (p.until is null or p.until >= current_date))))
$$;

-- Those of the teams they lead: who may give a contact another owner.
create function led_contact(viewer uuid) returns setof contact language sql stable parallel safe as $$
  select c.* from contact c
   where c.merged_into is null
     and c.team_id = any (array(select l.team_id from team_lead l join app_user u on u.id = l.user_id
                                 where u.id = viewer and u.role = 'manager' and u.deactivated_at is null))
$$;
