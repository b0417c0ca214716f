create extension if not exists btree_gist;

-- How rarely somebody is asked. One row.
create table pulse_rule (
  only_one boolean primary key default true check (only_one),
  weeks int not null default 12 check (weeks between 4 and 104),
  version int not null default 0);
insert into pulse_rule default values;
revoke insert, delete on pulse_rule from ${app_role};

-- Did they feel heard, understood, answered? Named, and asked by one of us. Between two of one person lie at least the weeks that were
-- the rule when the first was asked; the database sees to it, whoever asks at the same moment.
create table pulse (
  link_id uuid primary key references outside_link,
  contact_id uuid not null references contact,
  team_id uuid not null references team,
  asked_by uuid not null references app_user,
  asked_on date not null,
  asked_at timestamptz not null default now(),
  weeks int not null check (weeks between 4 and 104),
  days int not null check (days between 1 and 90),                         -- how long it can be answered
  heard int check (heard between 1 and 4),                                 -- not at all, a little, mostly, fully
  understood int check (understood between 1 and 4),
  answered int check (answered between 1 and 4),
  words text check (char_length(words) <= 2000),                           -- theirs
  answered_at timestamptz,
  check (num_nulls(heard, understood, answered, answered_at) in (0, 4)),
  check (words is null or answered_at is not null),
  constraint pulse_rarely exclude using gist (contact_id with =, daterange(asked_on, asked_on + weeks * 7) with &&));
create index pulse_contact on pulse (contact_id, asked_at);
create index pulse_team on pulse (team_id, answered_at);
create index pulse_asked_by on pulse (asked_by);
revoke update, delete on pulse from ${app_role};
grant update (contact_id, heard, understood, answered, words, answered_at) on pulse to ${app_role};

select audited('pulse_rule', null, null, false),
       audited('pulse', 'contact', 'contact_id', true, quiet => '{link_id,contact_id,team_id,asked_by,asked_on,asked_at}');

create function erase_of_pulses(people uuid[], mark text) returns int language plpgsql as $$
declare
  n int;
begin
  delete from pulse where contact_id = any (people);
  get diagnostics n = row_count;
  return n;
end $$;
revoke execute on function erase_of_pulses(uuid[], text) from public;
