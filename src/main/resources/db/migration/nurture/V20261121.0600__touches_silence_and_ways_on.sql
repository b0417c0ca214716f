create table touch (
  id uuid primary key,
  contact_id uuid not null references contact,
  team_id uuid not null references team,
  kind text not null check (kind in ('tried_to_reach', 'material', 'event', 'greeting', 'other')),
  asked_for boolean not null default false,
  hat text not null check (hat in ('marketing', 'sales')),
  words text check (char_length(words) <= 2000),
  reaction text check (reaction in ('good', 'none', 'bad')),
  reaction_words text check (char_length(reaction_words) <= 2000),
  happened_at timestamptz not null,
  noted_by uuid not null references app_user,
  noted_at timestamptz not null default now());
create index touch_contact on touch (contact_id, happened_at);
create index touch_team on touch (team_id, happened_at);
create index touch_by on touch (noted_by, happened_at);

create table agreed_silence (                                             -- "call me in September": until then nothing nags
  id uuid primary key,
  contact_id uuid not null references contact,
  until date not null,
  why text check (char_length(why) <= 500),
  turn_id uuid references turn on delete set null,
  agreed_by uuid not null references app_user,
  agreed_at timestamptz not null default now(),
  ended_at timestamptz);
create index agreed_silence_contact on agreed_silence (contact_id, agreed_at);
create index agreed_silence_turn on agreed_silence (turn_id);
create index agreed_silence_by on agreed_silence (agreed_by);

create table way_on (                                                     -- after each conversation and decision
  id uuid primary key,
  contact_id uuid not null references contact,
  conversation_id uuid references conversation,
  way text not null check (way in ('keep_talking', 'keep_in_touch', 'not_now', 'stop')),
  ask_again_on date,
  whose_wish text check (whose_wish in ('theirs', 'ours')),
  would_refer boolean,
  chosen_by uuid not null references app_user,
  chosen_at timestamptz not null default now(),
  check ((way = 'not_now') = (ask_again_on is not null)),
  check ((way = 'stop') = (whose_wish is not null)));
create index way_on_contact on way_on (contact_id, chosen_at);
create index way_on_conversation on way_on (conversation_id);
create index way_on_by on way_on (chosen_by);
