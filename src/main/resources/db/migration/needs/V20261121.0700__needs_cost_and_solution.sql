create table need (
  id uuid primary key,
  kind text not null default 'problem' check (kind in ('problem', 'wants_to_know')),
  title text not null check (char_length(title) between 1 and 200),        -- ours, short; their words stand in need_turn
  state text not null default 'heard' check (state in ('heard', 'explored', 'confirmed', 'solved', 'not_a_fit', 'dropped')),
  not_a_fit_for text check (not_a_fit_for in ('them', 'us')),
  ended_why text check (char_length(ended_why) <= 1000),
  ended_at timestamptz,
  ended_by uuid references app_user,
  noted_by uuid not null references app_user,
  team_id uuid not null references team,
  noted_at timestamptz not null default now(),
  version int not null default 0,
  check ((state = 'not_a_fit') = (not_a_fit_for is not null)),
  check ((state in ('solved', 'not_a_fit', 'dropped')) = (ended_at is not null)));
create index need_noted_by on need (noted_by);
create index need_ended_by on need (ended_by);
create index need_team on need (team_id, noted_at);

create table need_person (
  need_id uuid not null references need,
  contact_id uuid not null references contact,
  has_problem boolean not null default false,
  feels_it boolean not null default false,
  pays boolean not null default false,
  decides boolean not null default false,
  opens_door boolean not null default false,
  added_at timestamptz not null default now(),
  primary key (need_id, contact_id));
create index need_person_contact on need_person (contact_id, need_id);

create table need_person_not_met (                                         -- "their owner decides": known of, not met yet
  id uuid primary key,
  need_id uuid not null references need,
  label text not null check (char_length(label) between 1 and 100),
  feels_it boolean not null default false,
  pays boolean not null default false,
  decides boolean not null default false,
  opens_door boolean not null default false,
  met_as uuid references contact);
create index need_person_not_met_need on need_person_not_met (need_id);
create index need_person_not_met_as on need_person_not_met (met_as);

create table need_turn (                                                   -- this was heard about this need, from one of its people
  need_id uuid not null references need,
  heard_id uuid not null,
  speaker_id uuid not null,
  states boolean not null default false,                                   -- the need itself is said here
  excerpt text check (char_length(excerpt) <= 20000),                      -- the very words, to be highlighted; none = all of it
  inherited_question uuid,                                                 -- inherited from this question, and goes with the answer
  linked_by uuid not null references app_user,
  linked_at timestamptz not null default now(),
  primary key (need_id, heard_id),
  unique (need_id, heard_id, states),
  foreign key (inherited_question, heard_id) references answer (question_id, heard_id) on delete cascade,
  foreign key (heard_id, speaker_id) references turn (id, speaker_id) on update cascade deferrable,
  foreign key (need_id, speaker_id) references need_person (need_id, contact_id) deferrable);
create index need_turn_heard on need_turn (heard_id, speaker_id);
create index need_turn_person on need_turn (need_id, speaker_id);
create index need_turn_inherited on need_turn (inherited_question, heard_id);
create index need_turn_linked_by on need_turn (linked_by);

-- Played back and answered. Appended; "not quite" reopens, and both texts are kept.
create table need_confirmation (
  id uuid primary key,
  need_id uuid not null,
  played_back text not null check (char_length(played_back) between 1 and 5000),
  playback_turn uuid references turn,                                      -- a turn of ours that said it to them
  answer_turn uuid not null,                                               -- their yes, or their "not quite"
  verdict text not null check (verdict in ('yes', 'not_quite')),
  noted_by uuid not null references app_user,
  noted_at timestamptz not null default now(),
  unique (id, need_id),
  foreign key (need_id, answer_turn) references need_turn (need_id, heard_id));
create index need_confirmation_need on need_confirmation (need_id, noted_at);
create index need_confirmation_answer on need_confirmation (need_id, answer_turn);
create index need_confirmation_playback on need_confirmation (playback_turn);
create index need_confirmation_by on need_confirmation (noted_by);
revoke update, delete on need_confirmation from ${app_role};

-- What the problem costs them. Appended; the newest counts. Our own estimate is shown as ours and is no evidence until they
-- say yes to it, which is then a row of its own.
create table need_cost (
  id uuid primary key,
  need_id uuid not null references need,
  kind text not null check (kind in ('amount', 'not_countable', 'rather_not_say', 'our_estimate')),
  low numeric(15, 2) check (low >= 0),
  high numeric(15, 2) check (high >= low),                                 -- none: one amount, not a range
  currency text check (currency ~ '^[A-Z]{3}$'),
  per text check (per in ('month', 'year', 'once')),
  worked_out text check (char_length(worked_out) <= 2000),                 -- how it was worked out
  turn_id uuid,                                                            -- where they said or confirmed it
  noted_by uuid not null references app_user,
  noted_at timestamptz not null default now(),
  unique (id, need_id),
  foreign key (need_id, turn_id) references need_turn (need_id, heard_id),
  check ((kind = 'our_estimate') = (turn_id is null)),
  check ((kind in ('amount', 'our_estimate')) = (low is not null)),
  check ((low is null) = (currency is null) and (low is null) = (per is null) and (high is null or low is not null)));
create index need_cost_need on need_cost (need_id, noted_at);
create index need_cost_turn on need_cost (need_id, turn_id);
create index need_cost_by on need_cost (noted_by);
revoke update, delete on need_cost from ${app_role};

create table solution (                                                    -- found together; appended, the newest counts
  id uuid primary key,
  need_id uuid not null references need,
  our_part text not null check (char_length(our_part) between 1 and 5000),
  their_part text not null check (char_length(their_part) between 1 and 5000),
  contributed_turn uuid,                                                   -- where they brought their part
  agreed_turn uuid,                                                        -- where they agreed; none: not agreed yet
  noted_by uuid not null references app_user,
  noted_at timestamptz not null default now(),
  unique (id, need_id),
  foreign key (need_id, contributed_turn) references need_turn (need_id, heard_id),
  foreign key (need_id, agreed_turn) references need_turn (need_id, heard_id));
create index solution_need on solution (need_id, noted_at);
create index solution_contributed on solution (need_id, contributed_turn);
create index solution_agreed on solution (need_id, agreed_turn);
create index solution_by on solution (noted_by);
revoke update, delete on solution from ${app_role};

create table need_change (                                                 -- every change of state, with who and when
  id uuid primary key,
  need_id uuid not null references need,
  from_state text,
  to_state text not null,
  why text check (char_length(why) <= 1000),
  changed_by uuid not null references app_user,
  changed_at timestamptz not null default now());
create index need_change_need on need_change (need_id, changed_at);
create index need_change_by on need_change (changed_by);
revoke update, delete on need_change from ${app_role};

-- The needs somebody sees: those of people they see; and those they may work on.
create function seen_need(viewer uuid) returns setof need language sql stable parallel safe as $$
  select n.* from need n
   where exists (select from need_person p join seen_contact(viewer) c on c.id = p.contact_id where p.need_id = n.id)
$$;
