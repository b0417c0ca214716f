-- What customers said, put to those who decide: heard, decided, told. See decision 0037.

create table statement_answerer (                                        -- who answers; named by an admin
  audience text not null check (audience in ('marketing', 'product', 'management')),
  user_id uuid not null references app_user,
  by_letter boolean not null default true,                               -- they want to be written to when something is put to them
  named_by uuid not null references app_user,
  named_at timestamptz not null default now(),
  primary key (audience, user_id));
create index statement_answerer_user on statement_answerer (user_id);
create index statement_answerer_by on statement_answerer (named_by);

create table statement (
  id uuid primary key,
  audience text not null check (audience in ('marketing', 'product', 'management')),
  words text not null check (char_length(words) between 1 and 1000),     -- ours; theirs are the turns it rests on
  theme_id uuid references theme,
  put_by uuid not null references app_user,
  put_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by uuid references app_user,
  version int not null default 0,
  check ((withdrawn_at is null) = (withdrawn_by is null)));
create index statement_newest on statement (put_at, id);                 -- the list, paged by key
create index statement_audience on statement (audience, put_at, id);
create index statement_theme on statement (theme_id);
create index statement_put_by on statement (put_by);
create index statement_withdrawn_by on statement (withdrawn_by);

create table statement_turn (
  statement_id uuid not null references statement,
  turn_id uuid not null,
  turn_kind text not null default 'heard' check (turn_kind = 'heard'),
  primary key (statement_id, turn_id),
  foreign key (turn_id, turn_kind) references turn (id, kind) on delete cascade);
create index statement_turn_turn on statement_turn (turn_id, turn_kind);
revoke update on statement_turn from ${app_role};

create table statement_answer (                                          -- appended; the newest holds
  id uuid primary key,
  statement_id uuid not null references statement,
  number int not null check (number > 0),
  decision text not null check (decision in ('will', 'not_now', 'no')),
  why text not null check (char_length(why) between 1 and 2000),
  by_when date,
  answered_by uuid not null references app_user,
  answered_at timestamptz not null default now(),
  unique (statement_id, number),
  check (decision <> 'will' or by_when is not null),
  check (decision <> 'no' or by_when is null));
create index statement_answer_by on statement_answer (answered_by);
revoke update, delete on statement_answer from ${app_role};

create table statement_telling (                                         -- somebody was told of an answer, and where
  id uuid primary key,
  answer_id uuid not null references statement_answer,
  contact_id uuid not null references contact,
  conversation_id uuid references conversation,
  turn_id uuid references turn on delete set null,
  touch_id uuid references touch on delete cascade,
  told_by uuid not null references app_user,
  told_at timestamptz not null default now(),
  unique (answer_id, contact_id),
  check ((conversation_id is null) <> (touch_id is null)),
  check (turn_id is null or conversation_id is not null));
create index statement_telling_contact on statement_telling (contact_id);
create index statement_telling_conversation on statement_telling (conversation_id);
create index statement_telling_turn on statement_telling (turn_id);
create index statement_telling_touch on statement_telling (touch_id);
create index statement_telling_by on statement_telling (told_by);

create table statement_promise (                                         -- to tell somebody; kept, it counts as told
  promise_id uuid primary key references promise on delete cascade,
  answer_id uuid not null references statement_answer);
create index statement_promise_answer on statement_promise (answer_id);
revoke update on statement_promise from ${app_role};

select audited('statement_answerer', null, null, false, quiet => '{named_by,named_at}'),
       audited('statement', null, null, true, quiet => '{id,put_by,put_at,withdrawn_by}'),
       audited('statement_turn', 'turn', 'turn_id', true, quiet => '{turn_kind}'),
       audited('statement_answer', null, null, true, quiet => '{id,number,answered_by,answered_at}'),
       audited('statement_telling', 'contact', 'contact_id', true, quiet => '{id,contact_id,told_by,told_at}'),
       not_audited('statement_promise', 'its promise is on the trail');

-- Whoever put it, whoever answers for it, and whoever may read one of the turns it rests on.
create function seen_statement(viewer uuid) returns setof statement language sql stable parallel safe as $$
  select s.* from statement s
   where s.withdrawn_at is null
     and exists (select from app_user u where u.id = viewer and u.sells and u.deactivated_at is null)
     and (s.put_by = viewer
       or exists (select from statement_answerer a where a.audience = s.audience and a.user_id = viewer)
       or exists (select from statement_turn x join seen_turn(viewer) t on t.id = x.turn_id where x.statement_id = s.id))
$$;

-- The turns of the voice somebody may read: with a name where they see the turn anyway, without one where the conversation is open to
-- all. What is private, personal or sensitive is read in neither way, and what was erased cannot be.
create function statement_words(viewer uuid) returns table (turn_id uuid, speaker_id uuid, seen boolean)
language sql stable parallel safe as $$
  select t.id, t.speaker_id, k.seen
    from turn t join conversation v on v.id = t.conversation_id
   cross join lateral (select exists (select from seen_turn(viewer) s where s.id = t.id) as seen) k
   where t.kind = 'heard' and t.words is not null and v.visibility <> 'private' and (k.seen or v.visibility = 'all')
     and not exists (select from turn_mark m where m.turn_id = t.id and m.kind in ('personal', 'sensitive'))
$$;

-- Who said what a statement rests on, and whether they know what became of it. Whoever was erased is told nothing.
create view statement_person as
  select t.statement_id, t.speaker_id as contact_id, a.id as answer_id, l.id as telling_id, p.promise_id, p.state as promise_state, p.due,
         a.id is not null and (l.id is not null or coalesce(p.state = 'kept', false)) as told
    from (select distinct x.statement_id, t.speaker_id
            from statement_turn x join turn t on t.id = x.turn_id join contact c on c.id = t.speaker_id and c.erasure_id is null) t
    join statement s on s.id = t.statement_id and s.withdrawn_at is null
    left join lateral (select a.id from statement_answer a where a.statement_id = t.statement_id order by a.number desc limit 1) a on true
    left join statement_telling l on l.answer_id = a.id and l.contact_id = t.speaker_id
    left join lateral (select q.id as promise_id, q.state, q.due from statement_promise m join promise q on q.id = m.promise_id
                        where m.answer_id = a.id and q.contact_id = t.speaker_id and q.state <> 'broken'
                        order by q.state = 'kept' desc, q.made_at desc limit 1) p on true;

-- Of what only they said nothing stays but that it was answered.
create function erase_of_statement(people uuid[], mark text) returns int language plpgsql as $$
declare
  theirs uuid[] := array(
    select s.id from statement s
     where exists (select from statement_turn x join said_with(people) w on w.turn_id = x.turn_id where x.statement_id = s.id)
       and not exists (select from statement_turn x join turn t on t.id = x.turn_id
                        where x.statement_id = s.id and t.speaker_id <> all (people)));
  n int;
begin
  update statement set words = mark where id = any (theirs) and words <> mark;
  get diagnostics n = row_count;
  update statement_answer set why = mark where statement_id = any (theirs) and why <> mark;
  return n;
end $$;
revoke execute on function erase_of_statement(uuid[], text) from public;
