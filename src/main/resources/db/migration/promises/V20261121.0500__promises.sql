create table promise (
  id uuid primary key,
  contact_id uuid not null references contact,
  side text not null check (side in ('us', 'them')),
  promiser_id uuid references app_user,                                   -- which of us has to keep it
  words text not null check (char_length(words) between 1 and 500),
  due date not null,
  state text not null default 'open' check (state in ('open', 'kept', 'broken')),   -- overdue is open and past its day
  next_step boolean not null default false,
  turn_id uuid references turn on delete set null,                        -- where it was said
  conversation_id uuid references conversation,
  made_by uuid not null references app_user,
  made_at timestamptz not null default now(),
  version int not null default 0,
  check ((side = 'us') = (promiser_id is not null)));
create index promise_contact on promise (contact_id, due);
create index promise_mine on promise (promiser_id, due) where state = 'open';      -- Today
create index promise_open on promise (due, contact_id) where state = 'open';
create index promise_turn on promise (turn_id);
create index promise_conversation on promise (conversation_id);
create index promise_promiser on promise (promiser_id);
create index promise_made_by on promise (made_by);

create table promise_outcome (                                            -- every change, with who and when
  id uuid primary key,
  promise_id uuid not null references promise,
  kind text not null check (kind in ('kept', 'moved', 'broken', 'reopened')),
  from_due date not null,
  to_due date,
  note text check (char_length(note) <= 500),
  noted_by uuid not null references app_user,
  noted_at timestamptz not null default now(),
  check ((kind = 'moved') = (to_due is not null)));
create index promise_outcome_promise on promise_outcome (promise_id, noted_at);
create index promise_outcome_by on promise_outcome (noted_by);
revoke update, delete on promise_outcome from ${app_role};
