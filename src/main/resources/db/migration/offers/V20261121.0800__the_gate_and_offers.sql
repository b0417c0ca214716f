create table gate_policy (                                                 -- the admin's part of the gate; the hard rules have no row here
  offer_kind text not null check (offer_kind in ('new', 'again', 'tender')),
  rule text not null check (rule in ('need_confirmed', 'cost_known', 'solution_agreed', 'asked_for', 'reaction_heard', 'price_below_cost')),
  demand text not null check (demand in ('required', 'warn', 'off')),
  primary key (offer_kind, rule));
insert into gate_policy (offer_kind, rule, demand)
select k, r, d from unnest(array['new', 'again', 'tender']) k
  cross join (values ('need_confirmed', 'required'), ('cost_known', 'required'), ('solution_agreed', 'required'),
                     ('asked_for', 'warn'), ('reaction_heard', 'required'), ('price_below_cost', 'warn')) p (r, d);

create sequence offer_number;

create table offer (
  id uuid primary key,
  number bigint not null unique default nextval('offer_number'),
  contact_id uuid not null,
  need_id uuid not null,                                                   -- the first of its needs
  owner_id uuid not null references app_user,
  team_id uuid not null references team,
  kind text not null check (kind in ('new', 'again', 'tender')),
  repeats_id uuid references offer,                                        -- again: the accepted offer it repeats
  replaces_id uuid references offer,                                       -- a revision replaces what was sent, once it is sent itself
  title text not null check (char_length(title) between 1 and 200),
  scope text not null check (char_length(scope) between 1 and 10000),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  price_once numeric(15, 2) not null default 0 check (price_once >= 0),
  price_month numeric(15, 2) not null default 0 check (price_month >= 0),
  price_year numeric(15, 2) not null default 0 check (price_year >= 0),
  valid_until date not null,
  pulled boolean not null,                                                 -- they asked; otherwise we pushed, and say why
  asked_turn uuid references evidence,
  asked_by uuid,                                                           -- one of the people of the need
  asked_mark text generated always as (case when asked_turn is null then null else 'asked_for_offer' end) stored,
  push_reason text check (char_length(push_reason) between 1 and 1000),
  still_sensible text check (char_length(still_sensible) <= 1000),         -- why it makes sense although the price is not below the cost
  sense_for_us text check (char_length(sense_for_us) <= 2000),             -- ours alone
  state text not null default 'draft' check (state in ('draft', 'sent', 'decided', 'replaced', 'withdrawn')),
  recorded_at timestamptz not null default now(),
  sent_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_why text check (char_length(withdrawn_why) between 1 and 1000),
  changed_at timestamptz not null default now(),
  version int not null default 0,
  -- changes with any word the customer gets to read; offer_sent refers to it, so that a sent offer cannot be edited
  terms_seal text not null generated always as (md5(md5(title) || md5(scope) || currency || ' ' || price_once::text || ' '
    || price_month::text || ' ' || price_year::text || ' ' || (valid_until - date '2000-01-01')::text)) stored,
  sent_id uuid generated always as (case when sent_at is null then null else id end) stored,
  unique (id, terms_seal),
  unique (id, sent_at),
  unique (id, contact_id),
  check (price_once + price_month + price_year > 0),
  check (pulled = (asked_turn is not null)),
  check (pulled = (asked_by is not null)),
  check (pulled = (push_reason is null)),
  check ((kind = 'again') = (repeats_id is not null)),
  check (state not in ('sent', 'decided', 'replaced') or sent_at is not null),
  check (state <> 'draft' or sent_at is null),
  check ((state = 'withdrawn') = (withdrawn_at is not null) and (withdrawn_at is null) = (withdrawn_why is null)),
  foreign key (asked_turn, asked_by) references turn (id, speaker_id) on update cascade deferrable,
  foreign key (need_id, asked_by) references need_person (need_id, contact_id) deferrable,
  foreign key (asked_turn, asked_mark) references turn_mark (turn_id, kind));
create index offer_contact on offer (contact_id, recorded_at, id);
create index offer_newest on offer (recorded_at, id);                      -- the list, paged by key
create index offer_asked_by on offer (asked_turn, asked_by);
create index offer_asked_person on offer (need_id, asked_by);
create index offer_sent_id on offer (sent_id);
create index offer_owner on offer (owner_id, recorded_at);
create index offer_team on offer (team_id, recorded_at);
create index offer_open on offer (owner_id, valid_until) where state = 'sent';
create index offer_repeats on offer (repeats_id);
create index offer_replaces on offer (replaces_id);
create unique index offer_replaced_once on offer (replaces_id) where state <> 'withdrawn';
create index offer_asked on offer (asked_turn, asked_mark);

-- The gate's three hard rules, one row for each need: a heard turn that states it; a question answered by something heard
-- about it; a response that names something heard about it. And the offer goes to one of the people of each of its needs.
-- Every reference is a foreign key, so nobody gets past them.
create table offer_need (
  offer_id uuid not null references offer deferrable,
  need_id uuid not null references need,
  contact_id uuid not null,
  heard_id uuid not null references evidence,
  heard_states boolean not null default true check (heard_states),
  question_id uuid not null references evidence,
  answer_id uuid not null references evidence,
  response_id uuid not null references evidence,
  answered_id uuid not null references evidence,
  confirmation_id uuid,                                                    -- what the policy rules stood on
  cost_id uuid,
  solution_id uuid,
  reaction_id uuid references evidence,
  part_gone int check (part_gone between 1 and 100),                       -- how much of the problem goes away, in per cent
  part_gone_turn uuid references evidence,                                 -- who said so
  primary key (offer_id, need_id),
  foreign key (offer_id, contact_id) references offer (id, contact_id) on update cascade deferrable,
  foreign key (need_id, contact_id) references need_person (need_id, contact_id) deferrable,
  foreign key (need_id, heard_id, heard_states) references need_turn (need_id, heard_id, states),
  foreign key (question_id, answer_id) references answer (question_id, heard_id),
  foreign key (need_id, answer_id) references need_turn (need_id, heard_id),
  foreign key (response_id, answered_id) references reply (response_id, heard_id),
  foreign key (need_id, answered_id) references need_turn (need_id, heard_id),
  foreign key (confirmation_id, need_id) references need_confirmation (id, need_id),
  foreign key (cost_id, need_id) references need_cost (id, need_id),
  foreign key (solution_id, need_id) references solution (id, need_id),
  foreign key (need_id, reaction_id) references need_turn (need_id, heard_id),
  foreign key (need_id, part_gone_turn) references need_turn (need_id, heard_id));
create index offer_need_contact on offer_need (offer_id, contact_id);
create index offer_need_person on offer_need (need_id, contact_id);
create index offer_need_heard on offer_need (need_id, heard_id, heard_states);
create index offer_need_question on offer_need (question_id, answer_id);
create index offer_need_answer on offer_need (need_id, answer_id);
create index offer_need_response on offer_need (response_id, answered_id);
create index offer_need_answered on offer_need (need_id, answered_id);
create index offer_need_confirmation on offer_need (confirmation_id, need_id);
create index offer_need_cost on offer_need (cost_id, need_id);
create index offer_need_solution on offer_need (solution_id, need_id);
create index offer_need_reaction on offer_need (need_id, reaction_id);
create index offer_need_part_gone on offer_need (need_id, part_gone_turn);
create index offer_need_heard_turn on offer_need (heard_id);
create index offer_need_answer_turn on offer_need (answer_id);
create index offer_need_answered_turn on offer_need (answered_id);
create index offer_need_reaction_turn on offer_need (reaction_id);
create index offer_need_part_gone_turn on offer_need (part_gone_turn);
alter table offer add foreign key (id, need_id) references offer_need (offer_id, need_id) deferrable initially deferred;
create index offer_first_need on offer (id, need_id);
revoke update, delete on offer_need from ${app_role};
-- An offer is never deleted; what it is, when it was recorded and whether they asked for it is never changed.
revoke update, delete on offer from ${app_role};
grant update (contact_id, owner_id, team_id, title, scope, currency, price_once, price_month, price_year, valid_until,
  push_reason, still_sensible, sense_for_us, state, sent_at, withdrawn_at, withdrawn_why, changed_at, version) on offer to ${app_role};

create table offer_sent (                                                  -- from now on its terms stand
  offer_id uuid primary key,
  terms_seal text not null,
  sent_at timestamptz not null,
  sent_by uuid not null references app_user,
  foreign key (offer_id, terms_seal) references offer (id, terms_seal),
  foreign key (offer_id, sent_at) references offer (id, sent_at));
alter table offer add foreign key (sent_id) references offer_sent deferrable initially deferred;
create index offer_sent_terms on offer_sent (offer_id, terms_seal);
create index offer_sent_moment on offer_sent (offer_id, sent_at);
create index offer_sent_by on offer_sent (sent_by);
revoke update, delete on offer_sent from ${app_role};

create table offer_verdict (                                               -- the gate's answer, rule by rule; appended, the newest counts
  offer_id uuid not null references offer,
  need_id uuid not null,
  rule text not null check (rule in ('need_heard', 'question_answered', 'response_given', 'need_confirmed', 'cost_known',
    'solution_agreed', 'asked_for', 'reaction_heard', 'price_below_cost')),
  demand text not null check (demand in ('always', 'required', 'warn', 'off')),
  met boolean not null,
  turn_id uuid references evidence,                                        -- the turn that met it, where one did
  carried_over boolean not null default false,                             -- again: stands on the accepted offer
  judged_at timestamptz not null default now(),
  primary key (offer_id, need_id, rule, judged_at),
  foreign key (offer_id, need_id) references offer_need,
  check (met or demand in ('warn', 'off')));
create index offer_verdict_turn on offer_verdict (turn_id);
revoke update, delete on offer_verdict from ${app_role};

create table decision (                                                    -- appended; the newest counts
  id uuid primary key,
  offer_id uuid not null references offer_sent,                            -- only what was sent can be decided
  kind text not null check (kind in ('yes', 'no', 'not_now')),
  on_day date not null,
  reason text check (char_length(reason) <= 5000),                         -- in their words
  ask_again_on date,
  noted_by uuid not null references app_user,
  noted_at timestamptz not null default now(),
  check (ask_again_on is null or kind = 'not_now'));
create index decision_offer on decision (offer_id, noted_at);
create index decision_by on decision (noted_by);
revoke update, delete on decision from ${app_role};

create table past_purchase (                                               -- from before Attune; import only, outside gate and pull rate
  id uuid primary key,
  contact_id uuid not null references contact,
  title text not null check (char_length(title) between 1 and 200),
  on_day date not null,
  amount numeric(15, 2) check (amount >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  imported_by uuid not null references app_user,
  imported_at timestamptz not null default now());
create index past_purchase_contact on past_purchase (contact_id, on_day);
create index past_purchase_by on past_purchase (imported_by);

-- The offers somebody sees: those to people they see.
create function seen_offer(viewer uuid) returns setof offer language sql stable parallel safe as $$
  select o.* from offer o where exists (select from seen_contact(viewer) c where c.id = o.contact_id)
$$;
