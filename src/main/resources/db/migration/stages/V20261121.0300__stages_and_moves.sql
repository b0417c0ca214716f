create table stage_definition (
  version int primary key check (version > 0),
  published_at timestamptz not null default now(),
  published_by uuid references app_user,                                -- none: the default set
  note text not null);
create index stage_definition_by on stage_definition (published_by);

create table stage (
  version int not null references stage_definition,
  key text not null check (key ~ '^[a-z][a-z_]{0,39}$'),
  name text not null,
  hat text check (hat in ('marketing', 'sales')),                       -- none: beside the path
  position int not null,
  aside boolean not null default false,                                 -- Not now, Parted
  meaning text not null,
  ideal_days int check (ideal_days > 0),
  longest_days int check (longest_days >= ideal_days),
  needs_all boolean not null default true,                              -- all of the criteria, or any of them
  override_allowed boolean not null default true,                       -- may one move in without them, with a reason?
  primary key (version, key),
  unique (version, position));

create table stage_criterion (
  version int not null,
  stage_key text not null,
  position int not null,
  check_key text not null,
  parameters jsonb not null default '{}',
  primary key (version, stage_key, position),
  foreign key (version, stage_key) references stage);

create table stage_move (
  id uuid primary key,
  contact_id uuid not null references contact,
  from_key text,
  to_key text,                                                          -- none: taken back, and not on the path again
  version int not null,
  moved_at timestamptz not null,
  moved_by uuid not null references app_user,
  how text not null check (how in ('entered', 'forward', 'overridden', 'back', 'aside', 'imported')),
  until date,                                                           -- Not now: ask again on this day
  reason text check (char_length(reason) <= 1000),
  evidence jsonb not null default '[]',                                 -- what stood there at that moment: checks, turns, days
  foreign key (version, to_key) references stage,
  check (how <> 'overridden' or reason is not null),
  check (to_key is not null or how = 'back'));
create index stage_move_contact on stage_move (contact_id, moved_at);
create index stage_move_stage on stage_move (version, to_key);
create index stage_move_by on stage_move (moved_by);
revoke update, delete on stage_move from ${app_role};
grant update (contact_id) on stage_move to ${app_role};                 -- follows a merge of contacts

-- Where a contact stands now, kept beside the moves. No row: nothing was heard yet, or nobody has said so.
create table contact_stage (
  contact_id uuid primary key references contact,
  version int not null,
  stage_key text not null,
  since timestamptz not null,
  until date,
  move_id uuid not null references stage_move,                          -- the move that led here; a form that is older is stale
  foreign key (version, stage_key) references stage,
  check (until is null or stage_key = 'not_now'));
create index contact_stage_stage on contact_stage (stage_key, contact_id);
create index contact_stage_definition on contact_stage (version, stage_key);
create index contact_stage_move on contact_stage (move_id);

insert into stage_definition (version, note) values (1, 'The default stages');
insert into stage (version, key, name, hat, position, aside, meaning, ideal_days, longest_days, needs_all) values
  (1, 'know',      'Know',      'marketing', 1, false, 'They have said something to us.',               30,  90, true),
  (1, 'like',      'Like',      'marketing', 2, false, 'They came back, or something we sent was welcome.', 30, 90, false),
  (1, 'trust',     'Trust',     'marketing', 3, false, 'They told us a problem, came to us, or were sent by someone.', 21, 60, false),
  (1, 'exploring', 'Exploring', 'sales',     4, false, 'A need is on the table and they want to talk again.', 14, 30, true),
  (1, 'weighing',  'Weighing',  'sales',     5, false, 'They said: yes, that is it.',                   10, 21, true),
  (1, 'deciding',  'Deciding',  'sales',     6, false, 'What it costs them is known, and what would help is agreed.', 7, 14, true),
  (1, 'customer',  'Customer',  'marketing', 7, false, 'They decided yes.',                             30,  90, false),
  (1, 'advocate',  'Advocate',  'marketing', 8, false, 'They bring us to others.',                      30,  90, false),
  (1, 'not_now',   'Not now',   null,        9, true,  'They asked to be left in peace until a day.',   null, null, true),
  (1, 'parted',    'Parted',    null,       10, true,  'We wished each other well.',                    null, null, true);
insert into stage_criterion (version, stage_key, position, check_key, parameters) values
  (1, 'know', 1, 'heard_turns', '{"n": 1}'),
  (1, 'like', 1, 'heard_on_days', '{"n": 2}'),
  (1, 'like', 2, 'good_reaction_to_touch', '{}'),
  (1, 'trust', 1, 'problem_stated', '{}'),
  (1, 'trust', 2, 'started_conversation', '{}'),
  (1, 'trust', 3, 'was_introduced', '{}'),
  (1, 'exploring', 1, 'need_heard', '{}'),
  (1, 'exploring', 2, 'next_talk_agreed', '{}'),
  (1, 'weighing', 1, 'need_confirmed', '{}'),
  (1, 'deciding', 1, 'cost_answered', '{}'),
  (1, 'deciding', 2, 'solution_agreed', '{}'),
  (1, 'customer', 1, 'decision_yes', '{}'),
  (1, 'customer', 2, 'past_purchase', '{}'),
  (1, 'advocate', 1, 'introduced_someone', '{}');
