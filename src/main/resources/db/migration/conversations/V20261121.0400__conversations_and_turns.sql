create table conversation (
  id uuid primary key,
  owner_id uuid not null references app_user,                            -- whose conversation it is: who logged or planned it
  team_id uuid not null references team,                                 -- the team of that day; a fact, never moved later
  lead_id uuid not null,                                                 -- the participant it was begun with
  hat text not null check (hat in ('marketing', 'sales')),
  channel text not null check (channel in ('in_person', 'call', 'video', 'email', 'chat', 'letter', 'document')),
  started_by text not null check (started_by in ('they', 'we')),
  state text not null check (state in ('planned', 'open', 'resting', 'closed', 'broke_off', 'not_closed', 'called_off')),
  planned_for timestamptz,
  planned_minutes int check (planned_minutes between 1 and 1440),
  asked_for boolean,                                                     -- planned because they asked for it
  happened_at timestamptz,                                               -- when it took place, apart from when it was logged
  minutes int check (minutes between 0 and 1440),
  logged_at timestamptz not null default now(),
  outcome text check (outcome in ('goodbye', 'continues', 'asked_to_buy')),
  talked_more text check (talked_more in ('they', 'even', 'we')),
  built boolean not null default false,                                  -- built the relationship
  moved boolean not null default false,                                  -- moved towards a solution
  visibility text not null default 'team' check (visibility in ('private', 'team', 'all')),
  complete boolean not null default false,                               -- "this is all of it": shares of words may be measured
  note text check (char_length(note) between 1 and 50000),               -- what was jotted, unsorted; never evidence
  ended_at timestamptz,
  ended_by uuid references app_user,
  -- kept beside the turns in the transaction that adds one, so that lists and the balance cost the same at any length
  last_seq int not null default 0,
  heard_turns int not null default 0,
  our_turns int not null default 0,
  their_words int not null default 0,
  our_words int not null default 0,
  last_heard_at timestamptz,
  last_turn_at timestamptz,
  worked_on_at timestamptz not null default now(),                       -- begun, logged to, resumed or reopened: the seven days count from here
  version int not null default 0,
  check (state = 'called_off' or (state = 'planned') = (happened_at is null)),
  check (state not in ('planned', 'called_off') or planned_for is not null),
  check ((state = 'closed') = (outcome is not null)),
  check ((state in ('closed', 'broke_off', 'not_closed', 'called_off')) = (ended_at is not null)));
create index conversation_owner on conversation (owner_id, happened_at);
create index conversation_unfinished on conversation (owner_id, last_turn_at) where state in ('open', 'resting');   -- Today: to finish
create index conversation_planned on conversation (owner_id, planned_for) where state = 'planned';                  -- Today: planned
create index conversation_left_open on conversation (worked_on_at) where state in ('open', 'resting');
create index conversation_team on conversation (team_id, happened_at);
create index conversation_ended_by on conversation (ended_by);

create table participant (
  conversation_id uuid not null references conversation,
  contact_id uuid not null references contact,
  joined_at timestamptz not null default now(),
  primary key (conversation_id, contact_id));
create index participant_contact on participant (contact_id, conversation_id);
alter table conversation add foreign key (id, lead_id) references participant (conversation_id, contact_id)
  deferrable initially deferred;
create index conversation_lead on conversation (id, lead_id);

-- Turns are rows of their own and are only ever appended. Words are sealed: seal = sha256(salt, words) stays when the words
-- are erased. Everything that makes a turn evidence refers to (id, kind), (id, speaker) or (id, seal), so that PostgreSQL
-- itself refuses to change what something else stands on, without a trigger that a concurrent transaction could slip past.
create table turn (
  id uuid primary key,
  conversation_id uuid not null references conversation,
  seq int not null,
  kind text not null check (kind in ('heard', 'asked', 'responded', 'told')),
  speaker_id uuid,                                                       -- which of them; none = one of us
  hat text not null check (hat in ('marketing', 'sales')),
  words text check (char_length(words) between 1 and 20000 and btrim(words) <> ''),
  salt bytea,
  seal bytea not null,
  word_count int not null check (word_count >= 0),
  exactness text check (exactness in ('word_for_word', 'from_memory', 'in_essence', 'did')),
  understanding text check (char_length(understanding) <= 5000),         -- what we make of it; may be reworded at any time
  said_at timestamptz not null,
  logged_at timestamptz not null default now(),
  logged_by uuid not null references app_user,
  version int not null default 0,                                        -- how often it was reworded
  erased_at timestamptz,
  follows_id uuid references turn on delete set null,                    -- a question of ours that picks up what was heard
  search tsvector generated always as (to_tsvector('simple', coalesce(words, ''))) stored,
  check ((kind = 'heard') = (speaker_id is not null)),
  check ((kind = 'heard') = (exactness is not null)),
  check ((words is null) = (erased_at is not null)),
  check ((salt is null) = (erased_at is not null)),
  check (words is null or seal = sha256(salt || convert_to(words, 'UTF8'))),
  check (follows_id is null or kind = 'asked'),
  foreign key (conversation_id, speaker_id) references participant (conversation_id, contact_id) deferrable,
  unique (conversation_id, seq),
  unique (id, kind),
  unique (id, exactness),
  unique (id, speaker_id),
  unique (id, seal));
-- Where it stands in which conversation, and when and by whom it was written down, is never changed again.
revoke update on turn from ${app_role};
grant update (kind, speaker_id, hat, words, salt, seal, word_count, exactness, understanding, said_at, version,
              erased_at, follows_id)
  on turn to ${app_role};
create index turn_speaker on turn (speaker_id, said_at) where kind = 'heard';   -- "what they said", the rhythm
create index turn_conversation_speaker on turn (conversation_id, speaker_id);
create index turn_logged_by on turn (logged_by, logged_at);
create index turn_follows on turn (follows_id);
create index turn_search on turn using gin (search);                            -- search over words
create index turn_words_like on turn using gin (words gin_trgm_ops) where kind = 'responded'; -- near-identical responses

create table answer (                                                    -- this was heard in answer to that question
  question_id uuid not null,
  question_kind text not null default 'asked' check (question_kind = 'asked'),
  heard_id uuid not null,
  heard_kind text not null default 'heard' check (heard_kind = 'heard'),
  noted_by uuid references app_user,                                     -- none: proposed, and nobody took it away
  noted_at timestamptz not null default now(),
  primary key (question_id, heard_id),
  foreign key (question_id, question_kind) references turn (id, kind),
  foreign key (heard_id, heard_kind) references turn (id, kind));
create index answer_question on answer (question_id, question_kind);
create index answer_heard on answer (heard_id, heard_kind);
create index answer_noted_by on answer (noted_by);

create table answer_refused (                                            -- a proposed answer somebody took away; not proposed again
  question_id uuid not null references turn on delete cascade,
  heard_id uuid not null references turn on delete cascade,
  primary key (question_id, heard_id));
create index answer_refused_heard on answer_refused (heard_id);

create table reply (                                                     -- this response names that heard turn
  response_id uuid not null,
  response_kind text not null default 'responded' check (response_kind = 'responded'),
  heard_id uuid not null,
  heard_kind text not null default 'heard' check (heard_kind = 'heard'),
  primary key (response_id, heard_id),
  foreign key (response_id, response_kind) references turn (id, kind),
  foreign key (heard_id, heard_kind) references turn (id, kind));
create index reply_response on reply (response_id, response_kind);
create index reply_heard on reply (heard_id, heard_kind);

create table turn_mark (
  turn_id uuid not null,
  kind text not null check (kind in ('their_question', 'asked_for_offer', 'personal', 'sensitive', 'played_back', 'reaction')),
  turn_kind text not null,
  marked_by uuid not null references app_user,
  marked_at timestamptz not null default now(),
  primary key (turn_id, kind),
  foreign key (turn_id, turn_kind) references turn (id, kind),
  check (turn_kind = 'heard' or kind = 'played_back'));
create index turn_mark_turn on turn_mark (turn_id, turn_kind);
create index turn_mark_kind on turn_mark (kind, turn_id);
create index turn_mark_by on turn_mark (marked_by);

-- A turn that became evidence. The references carry seal, kind and exactness, without cascade: existence and words are frozen,
-- and so are what it was and whether it may stand in quotation marks.
create table evidence (
  turn_id uuid primary key,
  seal bytea not null,
  kind text not null,
  exactness text,
  check ((kind = 'heard') = (exactness is not null)),
  foreign key (turn_id, seal) references turn (id, seal),
  foreign key (turn_id, kind) references turn (id, kind),
  foreign key (turn_id, exactness) references turn (id, exactness));
create index evidence_seal on evidence (turn_id, seal);
create index evidence_kind on evidence (turn_id, kind);
create index evidence_exactness on evidence (turn_id, exactness);
revoke update, delete on evidence from ${app_role};

create table turn_correction (                                           -- what stands is kept; what was meant is added
  id uuid primary key,
  turn_id uuid not null references turn,
  words text not null check (char_length(words) between 1 and 20000),
  corrected_by uuid not null references app_user,
  corrected_at timestamptz not null default now());
create index turn_correction_turn on turn_correction (turn_id, corrected_at);
create index turn_correction_by on turn_correction (corrected_by);
revoke update, delete on turn_correction from ${app_role};

create table withdrawn_turn (                                            -- the row of a withdrawn turn goes; its content stays here
  id uuid primary key,
  conversation_id uuid not null references conversation,
  seq int not null,
  content jsonb not null,
  withdrawn_by uuid not null references app_user,
  withdrawn_at timestamptz not null default now());
create index withdrawn_turn_conversation on withdrawn_turn (conversation_id, seq);
create index withdrawn_turn_by on withdrawn_turn (withdrawn_by);

create table open_thread (
  id uuid primary key,
  turn_id uuid not null unique references turn,
  note text check (char_length(note) <= 500),
  opened_by uuid not null references app_user,
  opened_at timestamptz not null default now(),
  picked_up_by_turn uuid references turn,
  let_go_at timestamptz,
  let_go_by uuid references app_user,
  let_go_why text check (char_length(let_go_why) <= 500),
  check (picked_up_by_turn is null or let_go_at is null),
  check ((let_go_at is null) = (let_go_by is null)));
create index open_thread_picked_up on open_thread (picked_up_by_turn);
create index open_thread_opened_by on open_thread (opened_by);
create index open_thread_let_go_by on open_thread (let_go_by);

create table theme (
  id uuid primary key,
  name text not null check (char_length(name) between 1 and 60),
  created_by uuid references app_user,
  created_at timestamptz not null default now());
create unique index theme_name on theme (lower(name));
create index theme_created_by on theme (created_by);
create table turn_theme (
  turn_id uuid not null references turn on delete cascade,
  theme_id uuid not null references theme,
  primary key (turn_id, theme_id));
create index turn_theme_theme on turn_theme (theme_id, turn_id);

-- Prepare: what we assume, what we already see and keep quiet about, what we looked up.
create table assumption (
  id uuid primary key,
  contact_id uuid not null references contact,
  words text not null check (char_length(words) between 1 and 1000),
  made_by uuid not null references app_user,
  made_at timestamptz not null default now(),
  settled text check (settled in ('confirmed', 'corrected', 'untested')),
  settled_at timestamptz,
  settled_in uuid references conversation,
  settled_turn uuid references turn on delete set null,
  correction text check (char_length(correction) <= 1000),
  check ((settled is null) = (settled_at is null)));
create index assumption_contact on assumption (contact_id, made_at);
create index assumption_made_by on assumption (made_by);
create index assumption_settled_in on assumption (settled_in);
create index assumption_settled_turn on assumption (settled_turn);

create table hunch (                                                     -- its author's alone
  id uuid primary key,
  contact_id uuid not null references contact,
  words text not null check (char_length(words) between 1 and 1000),
  had_by uuid not null references app_user,
  had_at timestamptz not null default now(),
  settled text check (settled in ('they_found_it', 'we_proposed_it', 'wrong')),
  settled_at timestamptz,
  settled_turn uuid references turn on delete set null,
  check ((settled is null) = (settled_at is null)));
create index hunch_contact on hunch (contact_id, had_at);
create index hunch_had_by on hunch (had_by);
create index hunch_settled_turn on hunch (settled_turn);

create table research_note (
  id uuid primary key,
  contact_id uuid not null references contact,
  words text not null check (char_length(words) between 1 and 2000),
  source text not null check (char_length(source) between 1 and 500),
  noted_by uuid not null references app_user,
  noted_at timestamptz not null default now());
create index research_note_contact on research_note (contact_id, noted_at);
create index research_note_by on research_note (noted_by);

create table reflection (
  conversation_id uuid not null references conversation,
  author_id uuid not null references app_user,
  about_them text check (char_length(about_them) <= 5000),
  about_me text check (char_length(about_me) <= 5000),                   -- its author's alone
  written_at timestamptz not null default now(),
  primary key (conversation_id, author_id));
create index reflection_author on reflection (author_id, written_at);

-- Jot mode, pasted threads, imports: proposals are drafts and count for nothing until a person confirms them.
create table proposed_turn (
  id uuid primary key,
  conversation_id uuid not null references conversation,
  position int not null,
  kind text not null check (kind in ('heard', 'asked', 'responded', 'told')),
  speaker_id uuid references contact,
  speaker_label text check (char_length(speaker_label) <= 200),          -- the name that stood in the text
  exactness text check (exactness in ('word_for_word', 'from_memory', 'in_essence', 'did')),
  words text not null check (char_length(words) between 1 and 20000),
  part text not null default 'said' check (part in ('said', 'heading', 'signature', 'quoted')),  -- only what was said is proposed
  said_at timestamptz,
  state text not null default 'proposed' check (state in ('proposed', 'confirmed', 'left_out')),
  turn_id uuid references turn on delete set null,
  version int not null default 0,
  unique (conversation_id, position) deferrable);
create index proposed_turn_speaker on proposed_turn (speaker_id);
create index proposed_turn_turn on proposed_turn (turn_id);

-- Took place, as far as this person may know: somebody they see was in it.
create function noticed_conversation(viewer uuid) returns setof conversation language sql stable parallel safe as $$
  select v.* from conversation v
   where exists (select from participant p join seen_contact(viewer) c on c.id = p.contact_id where p.conversation_id = v.id)
$$;

-- May be read: noticed, and not private to somebody else.
create function seen_conversation(viewer uuid) returns setof conversation language sql stable parallel safe as $$
  select v.* from conversation v
   where (v.visibility <> 'private' or v.owner_id = viewer)
     and exists (select from participant p join seen_contact(viewer) c on c.id = p.contact_id where p.conversation_id = v.id)
$$;

-- The turns that may be read. What is sensitive stays between the people who work with whoever said it, and who heard it.
-- What became evidence can be read with its offer, even out of a private conversation; that is said before it is recorded.
create function seen_turn(viewer uuid) returns setof turn language sql stable parallel safe as $$
  select t.* from turn t join conversation v on v.id = t.conversation_id
   where (v.visibility <> 'private' or v.owner_id = viewer or exists (select from evidence e where e.turn_id = t.id))
     and exists (select from participant p join seen_contact(viewer) c on c.id = p.contact_id where p.conversation_id = v.id)
     and (v.owner_id = viewer or t.logged_by = viewer
          or not exists (select from turn_mark m where m.turn_id = t.id and m.kind = 'sensitive')
          or exists (select from tended_contact(viewer) c where c.id = t.speaker_id))
$$;
