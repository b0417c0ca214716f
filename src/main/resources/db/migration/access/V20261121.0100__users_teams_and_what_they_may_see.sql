create table organisation (
  only_one boolean primary key default true check (only_one),
  name text not null default 'Our organisation' check (char_length(name) between 1 and 200),
  team_sees_contacts boolean not null default false,       -- may a salesperson see the contacts of their team?
  region text not null default 'DE' check (region ~ '^[A-Z]{2}$'),          -- national form of phone numbers
  currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  zone text not null default 'Europe/Berlin',
  version int not null default 0);
insert into organisation default values;

create table team (
  id uuid primary key,
  name text not null check (char_length(name) between 1 and 100),
  created_at timestamptz not null default now());
create unique index team_name on team (lower(name));

create table app_user (
  id uuid primary key,
  email text not null check (char_length(email) between 3 and 254),
  name text not null check (char_length(name) between 1 and 200),
  password_hash text,                                       -- none in the demo, whose sign-in is one click
  role text not null check (role in ('salesperson', 'manager', 'admin')),
  sells boolean not null,                                   -- works with customers; always so but for an admin
  team_id uuid references team,
  locale text not null default 'en-GB',
  zone text not null default 'Europe/Berlin',
  theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
  hat text not null default 'sales' check (hat in ('sales', 'marketing')),
  single_keys boolean not null default true,
  created_at timestamptz not null default now(),
  last_sign_in_at timestamptz,
  deactivated_at timestamptz,
  version int not null default 0,
  check (role = 'admin' or sells),
  check (not sells or team_id is not null),
  unique (id, team_id));
create unique index app_user_email on app_user (lower(email));
create index app_user_name on app_user (folded(name), id);                       -- the list, paged by key; pickers
create index app_user_team on app_user (team_id);

create table team_lead (
  team_id uuid not null references team,
  user_id uuid not null references app_user,
  primary key (team_id, user_id));
create index team_lead_user on team_lead (user_id);

-- Failed sign-ins, counted per account and per address; the account is kept as typed, so that an unknown one slows down alike.
create table sign_in_failure (
  kind text not null check (kind in ('account', 'address')),
  subject text not null,
  failures int not null,
  last_at timestamptz not null,
  primary key (kind, subject));
create index sign_in_failure_last on sign_in_failure (last_at);           -- forgetting old ones

-- A link with which one person chooses a password, once and within a week; only the hash of its secret is kept.
create table invitation (
  user_id uuid primary key references app_user on delete cascade,
  hash text not null unique,
  invited_by uuid not null references app_user,
  expires_at timestamptz not null);
create index invitation_invited_by on invitation (invited_by);

-- The one-time code of the set-up page; only its hash is kept, and the row goes when the first admin exists.
create table set_up_code (
  only_one boolean primary key default true check (only_one),
  hash text not null,
  created_at timestamptz not null default now());

-- The teams whose contacts somebody sees because of the team: those they lead, and their own where the organisation allows it.
create function seen_team(viewer uuid) returns setof uuid language sql stable parallel safe as $$
  select l.team_id from team_lead l join app_user u on u.id = l.user_id
   where u.id = viewer and u.role = 'manager' and u.deactivated_at is null
  union all
  select u.team_id from app_user u, organisation o
   where u.id = viewer and u.sells and u.deactivated_at is null and o.team_sees_contacts
$$;
