-- Published versions stay as they are; what changes is a draft until it is published. Which version is in force stands in one
-- row, and which stages there are today in one row each, so that nobody can stand in a stage that is no longer there.

create table stage_identity (                                           -- a stage through all its versions
  key text primary key check (key ~ '^[a-z][a-z_]{0,39}$'),
  aside boolean not null,
  unique (key, aside));
insert into stage_identity (key, aside) select distinct key, aside from stage;

alter table stage disable trigger user;
alter table stage
  add column colour text,
  add column patience_days int check (patience_days between 1 and 3650),
  add column entered_by int;                                            -- the first thing it asks for, so that there is one
update stage s
   set colour = c.colour, entered_by = case when not s.aside then 1 end
  from (values ('know', 'sky'), ('like', 'teal'), ('trust', 'pine'), ('exploring', 'moss'), ('weighing', 'ochre'),
               ('deciding', 'clay'), ('customer', 'plum'), ('advocate', 'violet'), ('not_now', 'slate'), ('parted', 'stone'))
       c (key, colour)
 where c.key = s.key;
alter table stage enable trigger user;
alter table stage
  alter column colour set not null,
  add constraint stage_same_kind foreign key (key, aside) references stage_identity (key, aside),
  add constraint stage_hat_on_the_path check (aside = (hat is null)),
  add constraint stage_name_length check (name = btrim(name) and char_length(name) between 1 and 40),
  add constraint stage_meaning_length check (char_length(meaning) between 1 and 300),
  add constraint stage_colour_known check (colour in ('rose', 'brick', 'clay', 'ochre', 'olive', 'moss', 'pine', 'teal', 'lagoon',
    'sky', 'denim', 'indigo', 'violet', 'plum', 'slate', 'stone')),
  add constraint stage_colour_once unique (version, colour),
  add constraint stage_rhythm_whole check ((ideal_days is null) = (longest_days is null)),
  add constraint stage_rhythm_range check (ideal_days <= 730 and longest_days <= 1460),
  add constraint stage_position_range check (position between 1 and 99),
  add constraint stage_way_in check ((entered_by is null) = aside and coalesce(entered_by, 1) = 1),
  add constraint stage_of_hat unique (version, key, hat);
create unique index stage_name_once on stage (version, folded(name));
create index stage_key_through_versions on stage (key, version);
revoke update, delete on stage from ${app_role};

-- A criterion is a check or a group of which all or any have to stand. They are numbered in reading order: a group comes before
-- its parts, so that it cannot be part of itself, and its first part comes right after it, so that there is one.
alter table stage_criterion disable trigger user;
alter table stage_criterion
  alter column check_key drop not null,
  add column needs_all boolean,
  add column parent int,
  add column opens int,
  add column is_group boolean not null generated always as (check_key is null) stored,
  add column in_group boolean generated always as (case when parent is not null then true end) stored,
  add constraint stage_criterion_position check (position between 1 and 40),
  add constraint stage_criterion_group check ((check_key is null) = (needs_all is not null) and (check_key is null) = (opens is not null)),
  add constraint stage_criterion_after_its_group check (parent < position),
  add constraint stage_criterion_opens_next check (opens = position + 1),
  add constraint stage_criterion_kind unique (version, stage_key, position, is_group),
  add constraint stage_criterion_part unique (version, stage_key, position, parent),
  add constraint stage_criterion_n check ((parameters ->> 'n')::int between 1 and 999),
  add constraint stage_criterion_days check ((parameters ->> 'days')::int between 1 and 3650),
  add constraint stage_criterion_can_hold check (check_key <> 'heard_on_days' or (parameters ->> 'n')::int <= (parameters ->> 'days')::int);
alter table stage_criterion
  add foreign key (version, stage_key, parent, in_group) references stage_criterion (version, stage_key, position, is_group),
  add foreign key (version, stage_key, opens, position) references stage_criterion (version, stage_key, position, parent)
    deferrable initially deferred;
create unique index stage_criterion_once on stage_criterion (version, stage_key, coalesce(parent, 0), check_key, parameters)
  where check_key is not null;
alter table stage_criterion enable trigger user;
alter table stage add foreign key (version, key, entered_by) references stage_criterion (version, stage_key, position)
  deferrable initially deferred;
revoke update, delete on stage_criterion from ${app_role};

create table stage_question (                                           -- worth asking somebody who is here
  version int not null,
  stage_key text not null,
  position int not null check (position between 1 and 10),
  words text not null check (char_length(words) between 1 and 200),
  primary key (version, stage_key, position),
  foreign key (version, stage_key) references stage);
revoke update, delete on stage_question from ${app_role};

alter table stage_definition
  add constraint stage_definition_note check (char_length(note) between 1 and 500),
  add column restored int references stage_definition;                  -- the earlier version it began as
create index stage_definition_restored on stage_definition (restored);
revoke update, delete on stage_definition from ${app_role};

-- Where those went who stood in a stage when it was retired with this version.
create table stage_retirement (
  version int not null references stage_definition,
  stage_key text not null references stage_identity,
  to_key text not null check (to_key <> 'not_now'),                     -- that one needs a day, which only a person can say
  primary key (version, stage_key),
  check (to_key <> stage_key),
  foreign key (version, to_key) references stage);
create index stage_retirement_stage on stage_retirement (stage_key, version);
create index stage_retirement_to on stage_retirement (version, to_key);
revoke update, delete on stage_retirement from ${app_role};

-- A version can come into force only with work for both hats, and with the two stages beside the path that a conversation's end leads to.
create table definition_in_force (
  only_one boolean primary key default true check (only_one),
  version int not null unique references stage_definition,
  marketing_key text not null,
  marketing text not null default 'marketing' check (marketing = 'marketing'),
  sales_key text not null,
  sales text not null default 'sales' check (sales = 'sales'),
  not_now text not null default 'not_now' check (not_now = 'not_now'),
  parted text not null default 'parted' check (parted = 'parted'),
  foreign key (version, marketing_key, marketing) references stage (version, key, hat),
  foreign key (version, sales_key, sales) references stage (version, key, hat),
  foreign key (version, not_now) references stage,
  foreign key (version, parted) references stage);
insert into definition_in_force (version, marketing_key, sales_key) values (1, 'know', 'exploring');
revoke insert, delete on definition_in_force from ${app_role};

create table stage_in_force (
  key text primary key references stage_identity,
  version int not null references definition_in_force (version) on update cascade,
  foreign key (version, key) references stage deferrable initially deferred);
create index stage_in_force_version on stage_in_force (version, key);
insert into stage_in_force (key, version) select key, version from stage where version = 1;

create view current_stage as select s.* from stage_in_force f join stage s on s.version = f.version and s.key = f.key;

-- Nobody is lost: a stage can only go once nobody stands in it.
alter table contact_stage add foreign key (stage_key) references stage_in_force (key);

-- What became of a stage: itself as long as it is there, else where its people were sent, and from there on. Each step is later than
-- the one before, so it ends.
create function stage_today(was text) returns text language sql stable as $$
  with recursive way (key, version) as (
    select was, 0
    union all
    select r.to_key, r.version
      from way w
      cross join lateral (
        select x.to_key, x.version from stage_retirement x
         where x.stage_key = w.key and x.version > w.version order by x.version desc limit 1) r
     where not exists (select from stage_in_force f where f.key = w.key))
  select w.key from way w where exists (select from stage_in_force f where f.key = w.key) limit 1
$$;

alter table stage_move drop constraint stage_move_how_check;
alter table stage_move
  add constraint stage_move_how_check
    check (how in ('entered', 'forward', 'overridden', 'back', 'aside', 'imported', 'retired')),
  add constraint stage_move_retired_why check (how <> 'retired' or (reason is not null and from_key is not null));
create index stage_move_overridden on stage_move (moved_at, id) where how = 'overridden';

-- One draft at a time. Each change of it is a step with the whole of it, so that every one can be taken back.
create table stage_draft (
  id uuid primary key,
  based_on int not null references stage_definition,
  restores int references stage_definition,
  begun_by uuid not null references app_user,
  begun_at timestamptz not null default now(),
  ended_by uuid references app_user,
  ended_at timestamptz,
  published int unique references stage_definition,                     -- none: discarded
  open boolean generated always as (case when ended_at is null then true end) stored unique,
  check ((ended_at is null) = (ended_by is null)),
  check (published is null or ended_at is not null));
create index stage_draft_based_on on stage_draft (based_on);
create index stage_draft_restores on stage_draft (restores);
create index stage_draft_begun_by on stage_draft (begun_by);
create index stage_draft_ended_by on stage_draft (ended_by);
revoke delete on stage_draft from ${app_role};

create table stage_draft_step (
  id uuid primary key,
  draft_id uuid not null references stage_draft,
  number int not null check (number > 0),
  content jsonb not null,
  done_by uuid not null references app_user,
  done_at timestamptz not null default now(),
  unique (draft_id, number));                                           -- two at the same step: the second is told
create index stage_draft_step_by on stage_draft_step (done_by);
revoke update, delete on stage_draft_step from ${app_role};

select audited('stage', null, null, false, quiet => '{entered_by}'),
       audited('stage_criterion', null, null, false, quiet => '{opens}'),
       audited('stage_definition', null, null, false),
       audited('stage_question', null, null, false),
       audited('stage_retirement', null, null, false),
       audited('definition_in_force', null, null, false, quiet => '{only_one,marketing,sales,not_now,parted}'),
       audited('stage_draft', null, null, false, quiet => '{begun_by,begun_at,ended_by}'),
       not_audited('stage_identity', 'a name only; the stage has entries of its own'),
       not_audited('stage_in_force', 'follows the definition in force'),
       not_audited('stage_draft_step', 'a record itself, never changed; what is published has entries of its own');
