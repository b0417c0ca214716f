-- Codes of an app as a second factor: see decision 0015. The secret is sealed with a key that is not in the database.
create table second_factor (
  user_id uuid primary key references app_user on delete cascade,
  secret bytea not null,
  begun_at timestamptz not null,
  confirmed_at timestamptz,                                 -- none: a first code is still to come, and nothing is asked for
  last_step bigint not null default 0);                     -- of the last code taken; what is not later was used already

-- Ten to begin with, each taken once; only their hashes are kept.
create table recovery_code (
  user_id uuid not null references second_factor on delete cascade,
  number smallint not null check (number between 1 and 10),
  hash text not null,
  used_at timestamptz,
  primary key (user_id, number));

-- Who has to have a second factor.
create table sign_in_rule (
  only_one boolean primary key default true check (only_one),
  second_factor_for text[] not null default '{}' check (second_factor_for <@ array['salesperson', 'manager', 'admin']),
  version int not null default 0);
insert into sign_in_rule default values;

-- How somebody came in the last time.
alter table app_user
  add column last_sign_in_by text check (last_sign_in_by in ('password', 'link', 'single_sign_on', 'demo')),
  add column last_sign_in_second text check (last_sign_in_second in ('code', 'recovery_code', 'elsewhere'));

select audited('app_user', 'user', 'id', false,
               quiet => '{last_sign_in_at,last_sign_in_by,last_sign_in_second,hat,created_at}'),
       audited('second_factor', 'user', 'user_id', false, quiet => '{begun_at,last_step}'),
       not_audited('recovery_code', 'made and taken away with second_factor; using one is a sign-in on the trail'),
       audited('sign_in_rule', null, null, false);
