-- One row per contact that lists and Today read; nothing is decided here. Rebuilt by desk from what it is derived from.
create table contact_card (
  contact_id uuid primary key references contact,
  stage_key text,
  stage_position int,
  last_two_way_at timestamptz,                                             -- the rhythm counts from here
  last_heard_at timestamptz,
  last_words_turn uuid references turn on delete set null,                 -- never sensitive, never from a private conversation
  conversations int not null default 0,
  open_needs int not null default 0,
  open_threads int not null default 0,
  next_due date,                                                           -- the next open promise
  listen_by date,                                                          -- last two-way contact + ideal interval
  silent_until date,
  updated_at timestamptz not null default now());
create index contact_card_heard on contact_card (last_heard_at desc nulls last, contact_id);
create index contact_card_listen_by on contact_card (listen_by, contact_id);
create index contact_card_stage on contact_card (stage_position, contact_id);
create index contact_card_last_words on contact_card (last_words_turn);
